import type { Incident } from '../../incidents/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Audience } from '../../settings/values.ts';
import type { WrittenEntry } from '../../timeline/state.ts';
import type { UpdateContent } from '../../updates/events.ts';
import type { VariableValues } from '../../updates/template.ts';
import { newest } from '../brief.ts';
import type { Room } from '../room.ts';

/** The room as far as it is known here: of a long timeline perhaps only the newest entries. */
export type ToldRoom = Pick<Room, 'situation' | 'hypotheses' | 'mitigations' | 'updates' | 'timeline'> & {
  readonly incident: Incident;
};

export type FactsAsked = {
  readonly audience: Audience;
  readonly now: number;
  readonly content: Pick<UpdateContent, 'components' | 'nextAt'>;
  nameOf(id: UserId): string;
};

/**
 * What a template's variables stand for. Outside only what is confirmed is told: the rest stays a gap that somebody
 * fills in. Inside nobody waits for that: what is not known is said to be so.
 */
export const updateFacts = (room: ToldRoom, asked: FactsAsked): VariableValues => {
  const known = asked.audience === 'external' ? confirmedFacts(room, asked) : allFacts(room, asked);
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== ''));
};

type Facts = Readonly<Record<string, string | undefined>>;

const commonFacts = ({ incident, situation }: ToldRoom, { now, content }: FactsAsked): Facts => {
  const { key, title, severity, status, milestones, declaredAt } = incident;
  const started = milestones.started ?? declaredAt;
  const over = status === 'resolved' || status === 'closed';
  const end = over ? (milestones.resolved ?? incident.statusSince) : now;
  return {
    key,
    title,
    severity: `SEV${severity}`,
    status,
    started: timeOf(started, now),
    duration: lengthOf(end - started),
    'impact.business': situation.impact.business,
    'impact.reputation': situation.impact.reputation,
    components: content.components.map(({ name }) => name).join(', '),
    next: content.nextAt === undefined ? undefined : timeOf(content.nextAt, now),
  };
};

const confirmedFacts = (room: ToldRoom, asked: FactsAsked): Facts => ({
  ...commonFacts(room, asked),
  'impact.users': room.situation.impact.users || newest(room.timeline.entries, isConfirmedImpact)?.text,
  cause: confirmedCause(room),
});

const allFacts = (room: ToldRoom, asked: FactsAsked): Facts => {
  const { incident, situation, timeline } = room;
  const { commander } = incident.roles;
  return {
    ...commonFacts(room, asked),
    'impact.users': situation.impact.users || newest(timeline.entries, isImpact)?.text || UNKNOWN,
    services: incident.services.join(', ') || UNKNOWN,
    cause: confirmedCause(room) ?? UNKNOWN,
    action: actionOf(room),
    commander: commander === undefined ? 'nobody' : asked.nameOf(commander),
  };
};

const UNKNOWN = 'not known yet';

const isImpact = ({ kind }: WrittenEntry): boolean => kind === 'impact';
const isConfirmedImpact = ({ kind, confidence }: WrittenEntry): boolean =>
  kind === 'impact' && confidence === 'confirmed';

const confirmedCause = ({ hypotheses, timeline }: ToldRoom): string | undefined => {
  const confirmed = hypotheses.items
    .filter(({ status }) => status === 'confirmed')
    .toSorted((a, b) => b.statusSince - a.statusSince)[0];
  return confirmed?.text ?? newest(timeline.entries, isConfirmedFinding)?.text;
};

const isConfirmedFinding = ({ kind, confidence }: WrittenEntry): boolean =>
  kind === 'finding' && confidence === 'confirmed';

/** What is being done to production, or was done last. */
const actionOf = ({ mitigations }: ToldRoom): string => {
  const { items } = mitigations;
  const underWay = items.findLast(({ status }) => status === 'executing') ?? items.findLast(isDone);
  return underWay?.plan.title ?? 'looking for the cause';
};

const isDone = ({ status }: { status: string }): boolean => status === 'executed' || status === 'effective';

const MINUTE = 60_000;
const DAY_MS = 24 * 60 * MINUTE;

/** "14:10 UTC", with the day where it is another one. */
const timeOf = (at: number, now: number): string => {
  const iso = new Date(at).toISOString();
  const sameDay = Math.floor(at / DAY_MS) === Math.floor(now / DAY_MS);
  return `${sameDay ? '' : `${iso.slice(0, 10)} `}${iso.slice(11, 16)} UTC`;
};

const lengthOf = (ms: number): string => {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return counted(minutes, 'minute');
  return rest === 0 ? counted(hours, 'hour') : `${counted(hours, 'hour')} ${counted(rest, 'minute')}`;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
