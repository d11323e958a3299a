import type { Hypothesis } from '../../hypotheses/state.ts';
import type { Incident } from '../../incidents/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Mitigation, MitigationStatus } from '../../mitigations/state.ts';
import type { Settings } from '../../settings/values.ts';
import type { HandoverCard } from '../../situation/handover-card.ts';
import { nextUpdateDueAt } from '../clocks/update-clocks.ts';
import type { RoomParts } from '../room.ts';

/** Of one kind: a card is read, not searched. */
export const LINES_AT_MOST = 20;

export type DeclaredRoom = RoomParts & { readonly incident: Incident };

const UNFINISHED: readonly MitigationStatus[] = ['proposed', 'approved', 'executing', 'executed'];
const VERIFIED: readonly MitigationStatus[] = ['effective', 'ineffective', 'rolled-back'];

/** Situation, aims, what goes on, who is there, what was tried, what is due next: as it is now. */
export const handoverCard = (room: DeclaredRoom, settings: Settings): HandoverCard => {
  const { incident, situation } = room;
  const { lines, leftOut } = cut({
    causes: causes(room),
    criteria: situation.criteria.map(({ text, met }) => ({ text, met: met !== undefined })),
    hypotheses: hypotheses(room),
    mitigations: mitigations(room),
    tasks: tasks(room),
    responders: room.roster.responders.map(({ userId }) => userId),
    needs: needs(room),
    tried: tried(room),
  });
  const due = nextUpdateDueAt(room, settings);
  return {
    key: incident.key,
    title: incident.title,
    severity: incident.severity,
    status: incident.status,
    startedAt: incident.milestones.started ?? incident.declaredAt,
    summary: incident.summary,
    impact: impact(room),
    objectives: situation.objectives,
    ...lines,
    roles: Object.entries(incident.roles).flatMap(([role, userId]) => (userId === undefined ? [] : [{ role, userId }])),
    ...(due === undefined ? {} : { nextUpdateDueAt: due }),
    leftOut,
  };
};

const impact = ({ situation }: RoomParts): HandoverCard['impact'] => {
  const { users, business, reputation, numbers, trend } = situation.impact;
  return { users, business, reputation, numbers: [...numbers], ...(trend === undefined ? {} : { trend }) };
};

const causes = ({ hypotheses: { items } }: RoomParts): HandoverCard['causes'] =>
  items.flatMap(({ status, text }) => (status === 'confirmed' ? [text] : []));

const hypotheses = ({ hypotheses: { items } }: RoomParts): HandoverCard['hypotheses'] =>
  items
    .filter(({ status }) => status === 'open' || status === 'testing')
    .map((hypothesis) => ({
      number: hypothesis.number,
      text: hypothesis.text,
      status: hypothesis.status,
      ...testOf(hypothesis),
    }));

const testOf = (hypothesis: Hypothesis): { tester?: UserId; until?: number } => {
  if (hypothesis.status !== 'testing') return {};
  const { tester, until } = hypothesis.test;
  return { tester, ...(until === undefined ? {} : { until }) };
};

const mitigations = ({ mitigations: { items } }: RoomParts): HandoverCard['mitigations'] =>
  items
    .filter(({ status }) => UNFINISHED.includes(status))
    .map((mitigation) => {
      const owner = mitigation.started?.executor ?? mitigation.plan.owner;
      const due = dueAtOf(mitigation);
      return {
        number: mitigation.number,
        title: mitigation.plan.title,
        status: mitigation.status,
        ...(owner === undefined ? {} : { owner }),
        ...(due === undefined ? {} : { dueAt: due }),
      };
    });

const dueAtOf = ({ status, started, plan }: Mitigation): number | undefined =>
  status !== 'executing' || started === undefined || plan.timeBox === undefined ? undefined : started.at + plan.timeBox;

const tasks = ({ tasks: { items } }: RoomParts): HandoverCard['tasks'] =>
  items
    .filter(({ status }) => status === 'open')
    .map(({ number, text, assignee, dueAt, acknowledgedAt }) => ({
      number,
      text,
      assignee,
      ...(dueAt === undefined ? {} : { dueAt }),
      acknowledged: acknowledgedAt !== undefined,
    }));

const needs = ({ roster }: RoomParts): HandoverCard['needs'] =>
  roster.needs.flatMap((need) => {
    if (need.status !== 'open' && need.status !== 'claimed') return [];
    const claimed = need.status === 'claimed' ? { claimedBy: need.claimedBy } : {};
    return [{ number: need.number, text: need.text, ...claimed }];
  });

/** The newest last, as it was done. */
const tried = ({ hypotheses: { items: ideas }, mitigations: { items: changes } }: RoomParts): HandoverCard['tried'] =>
  [...ideas.flatMap(ruledOut), ...changes.flatMap(ended)]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at: _at, ...one }) => one);

type Tried = HandoverCard['tried'][number] & { readonly at: number };

const ruledOut = (hypothesis: Hypothesis): readonly Tried[] =>
  hypothesis.status === 'ruled-out'
    ? [
        {
          kind: 'hypothesis',
          number: hypothesis.number,
          what: hypothesis.text,
          outcome: hypothesis.status,
          ...seenIn(hypothesis.conclusion),
          at: hypothesis.statusSince,
        },
      ]
    : [];

const ended = ({ number, plan, status, statusSince, started, halted, verified }: Mitigation): readonly Tried[] => {
  const isTried = VERIFIED.includes(status) || (status === 'halted' && started !== undefined);
  if (!isTried) return [];
  const seen = status === 'halted' ? halted?.said : verified?.said;
  return [{ kind: 'mitigation', number, what: plan.title, outcome: status, ...seenIn(seen), at: statusSince }];
};

const seenIn = (seen: string | undefined): { seen?: string } => (seen === undefined || seen === '' ? {} : { seen });

type Lines = Readonly<Record<string, readonly unknown[]>>;

/** The newest of each, and how many lines that left out. */
const cut = <L extends Lines>(all: L): { readonly lines: L; readonly leftOut: number } => {
  const kept = Object.entries(all).map(([name, items]) => [name, items.slice(-LINES_AT_MOST)] as const);
  const count = (lists: Iterable<readonly unknown[]>): number =>
    [...lists].reduce((sum, { length }) => sum + length, 0);
  return {
    lines: Object.fromEntries(kept) as unknown as L,
    leftOut: count(Object.values(all)) - count(kept.map(([, items]) => items)),
  };
};
