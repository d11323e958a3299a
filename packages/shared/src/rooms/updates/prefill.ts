import type { Incident } from '../../incidents/state.ts';
import type { UserId } from '../../kernel/ids.ts';
import type { Audience, Settings, UpdateTemplate } from '../../settings/values.ts';
import type { UpdateContent } from '../../updates/events.ts';
import { lastTold } from '../../updates/state.ts';
import { fillIn } from '../../updates/template.ts';
import { MAX_UPDATE_LENGTH } from '../../updates/values.ts';
import { updateFacts, type ToldRoom } from './facts.ts';

type Asked = { readonly audience: Audience; readonly now: number; nameOf(id: UserId): string };

/** What a composer begins with: the last word that these readers have, else the template that fits best. */
export const prefill = (room: ToldRoom, settings: Settings, asked: Asked): UpdateContent => {
  const { audience, now } = asked;
  const nextAt = nextUpdateAt(room.incident, settings, now);
  const last = lastTold(room.updates, audience);
  if (last !== undefined) {
    const { text, components } = last.content;
    return { text, components, ...(nextAt === undefined ? {} : { nextAt }) };
  }
  const empty: UpdateContent = { text: '', components: [], ...(nextAt === undefined ? {} : { nextAt }) };
  const best = templatesFor(settings.templates, room.incident, audience)[0];
  return best === undefined ? empty : fromTemplate(room, best, empty, asked);
};

/** The template with what is known filled in; components and the next update stay as they are. */
export const fromTemplate = (
  room: ToldRoom,
  template: UpdateTemplate,
  content: UpdateContent,
  asked: Asked,
): UpdateContent => {
  const text = fillIn(template.text, updateFacts(room, { ...asked, content }));
  return { ...content, text: text.slice(0, MAX_UPDATE_LENGTH), templateId: template.id };
};

/** Of this audience, the best match first: named status before named severity before what fits everything. */
export const templatesFor = (
  templates: readonly UpdateTemplate[],
  { status, severity }: Pick<Incident, 'status' | 'severity'>,
  audience: Audience,
): readonly UpdateTemplate[] => {
  const fits = (listed: readonly unknown[], wanted: unknown): number =>
    listed.length === 0 ? 1 : listed.includes(wanted) ? 2 : -4;
  const score = ({ statuses, severities }: UpdateTemplate): number =>
    2 * fits(statuses, status === 'closed' ? 'resolved' : status) + fits(severities, severity);
  return templates.filter((template) => template.audience === audience).toSorted((a, b) => score(b) - score(a));
};

const MINUTE = 60_000;

/** By the cadence of the severity, on a whole minute; nothing where none is asked for. */
export const nextUpdateAt = (incident: Incident, { severities }: Settings, now: number): number | undefined => {
  const { updateEvery, longAfter, updateEveryLong } = severities[incident.severity];
  if (incident.status === 'resolved' || incident.status === 'closed' || updateEvery === null) return undefined;
  const long = longAfter !== null && updateEveryLong !== null && now - incident.declaredAt >= longAfter;
  const at = now + (long ? updateEveryLong : updateEvery);
  return at - (at % MINUTE);
};
