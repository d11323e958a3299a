import { OPEN_STATUSES, type OpenStatus } from '@sitrep/shared/incidents/values';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { CONFIDENCES } from '@sitrep/shared/timeline/values';
import type { Numbered } from './quick/area.ts';
import { AREAS, areaOf } from './quick/areas.ts';
import { QUICK_COMMANDS, ROLE_COMMANDS } from './quick-entry.ts';

export type Suggestion =
  | { readonly kind: 'command'; readonly insert: string; readonly command: string }
  | { readonly kind: 'status'; readonly insert: string; readonly status: OpenStatus }
  | { readonly kind: 'severity'; readonly insert: string; readonly severity: 1 | 2 | 3 | 4 }
  | { readonly kind: 'confidence'; readonly insert: string; readonly confidence: (typeof CONFIDENCES)[number] }
  | { readonly kind: 'service'; readonly insert: string; readonly service: string }
  | { readonly kind: 'numbered'; readonly insert: string; readonly number: string; readonly title: string }
  | { readonly kind: 'person'; readonly insert: string; readonly handle: string; readonly name: string };

export type Completion = {
  /** The piece of the text that a suggestion replaces. */
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
};

export type Known = {
  readonly people: readonly { readonly handle: string; readonly name: string }[];
  /** Names of services, as far as incidents have named them. */
  readonly services: readonly string[];
  /** Where the incident may go from here. */
  readonly moves: readonly OpenStatus[];
  /** What is numbered in the room. */
  readonly parts?: RoomParts;
};

const NONE: Completion = { from: 0, to: 0, suggestions: [] };
const MOST = 8;

/** What may stand where the caret is. */
export const complete = (text: string, caret: number, known: Known): Completion => {
  const before = text.slice(0, caret);
  const word = /\S*$/.exec(before)?.[0] ?? '';
  const from = caret - word.length;
  const at = (suggestions: readonly Suggestion[]): Completion =>
    suggestions.length === 0 ? NONE : { from, to: caret, suggestions: suggestions.slice(0, MOST) };
  const typed = word.toLowerCase();

  if (from === 0 && word.startsWith('/')) return at(commands(typed));
  if (word.startsWith('@')) return at(people(typed.slice(1), known.people));
  // A heading of Markdown has nothing behind its sign.
  if (/^#[^#]/u.test(word)) return at(services(typed.slice(1), known.services));
  const command = /^\/([a-z]+)\s+\S*$/i.exec(before)?.[1]?.toLowerCase() ?? '';
  switch (command) {
    case 'status':
      return at(statuses(typed, known.moves));
    case 'service':
      return at(services(typed, known.services));
    case 'sev':
      return at(severities(typed));
    case 'finding':
      return typed === '' ? NONE : at(confidences(typed));
    case 'ic':
    case 'dep':
    case 'tl':
    case 'com':
    case 'scribe':
      return at(people(typed, known.people));
    default:
      return at(numbered(command, typed, known.parts));
  }
};

const ALL_COMMANDS: readonly string[] = [...QUICK_COMMANDS, ...AREAS.flatMap(({ names }) => names)];

const commands = (typed: string): readonly Suggestion[] =>
  ALL_COMMANDS.filter((command) => `/${command}`.startsWith(typed) && `/${command}` !== typed).map((command) => ({
    kind: 'command',
    insert: Object.hasOwn(ROLE_COMMANDS, command) ? `/${command} @` : `/${command} `,
    command,
  }));

const people = (typed: string, all: Known['people']): readonly Suggestion[] =>
  all
    .filter(({ handle, name }) => handle !== typed && (handle.startsWith(typed) || nameBegins(name, typed)))
    .map(({ handle, name }) => ({ kind: 'person', insert: `@${handle} `, handle, name }));

/** Written as its name: the sign only calls for the list. */
const services = (typed: string, all: readonly string[]): readonly Suggestion[] =>
  all
    .filter((service) => service.toLowerCase() !== typed && nameBegins(service, typed))
    .map((service) => ({ kind: 'service', insert: `${service} `, service }));

/** By number, or by how a word of it begins. Nothing once the number of one stands there: Enter is about that one. */
const numbered = (command: string, typed: string, parts: RoomParts | undefined): readonly Suggestion[] => {
  const all = parts === undefined ? [] : (areaOf(command)?.numbered?.(command, parts) ?? []);
  const signs = ({ number }: Numbered): readonly string[] => [number.toLowerCase(), number.slice(1)];
  if (all.some((one) => signs(one).includes(typed))) return [];
  return all
    .filter((one) => signs(one).some((sign) => sign.startsWith(typed)) || nameBegins(one.title, typed))
    .map(({ number, title }) => ({ kind: 'numbered', insert: `${number} `, number, title }));
};

const nameBegins = (name: string, typed: string): boolean =>
  name
    .toLowerCase()
    .split(/[\s_./-]+/u)
    .some((part) => part.startsWith(typed)) || name.toLowerCase().startsWith(typed);

const statuses = (typed: string, moves: readonly OpenStatus[]): readonly Suggestion[] =>
  OPEN_STATUSES.filter((status) => moves.includes(status) && status.startsWith(typed) && status !== typed).map(
    (status) => ({ kind: 'status', insert: `${status} `, status }),
  );

const severities = (typed: string): readonly Suggestion[] =>
  typed === ''
    ? ([1, 2, 3, 4] as const).map((severity) => ({ kind: 'severity', insert: `${severity} `, severity }))
    : [];

const confidences = (typed: string): readonly Suggestion[] =>
  CONFIDENCES.filter((confidence) => confidence.startsWith(typed) && confidence !== typed).map((confidence) => ({
    kind: 'confidence',
    insert: `${confidence} `,
    confidence,
  }));
