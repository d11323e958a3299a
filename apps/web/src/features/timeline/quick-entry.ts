import {
  OPEN_STATUSES,
  SEVERITIES,
  type IncidentRole,
  type OpenStatus,
  type Severity,
} from '@sitrep/shared/incidents/values';
import type { CustomRole } from '@sitrep/shared/settings/values';
import { CONFIDENCES, type Confidence, type WrittenKind } from '@sitrep/shared/timeline/values';
import { firstWord, type AreaEntry, type AreaProblem, type QuickContext } from './quick/area.ts';
import { areaOf } from './quick/areas.ts';
import { roleNamed } from './quick/role-named.ts';
import { timePrefix } from './time-prefix.ts';

/** What a line typed into the composer asks for. */
export type QuickEntry =
  | { readonly does: 'nothing' }
  | {
      readonly does: 'write';
      readonly kind: WrittenKind;
      readonly text: string;
      readonly confidence?: Confidence;
      readonly happenedAt?: number;
    }
  | { readonly does: 'change-severity'; readonly severity: Severity; readonly reason?: string }
  | { readonly does: 'change-status'; readonly status: OpenStatus; readonly reason?: string }
  /** No handle: the writer. */
  | { readonly does: 'give-role'; readonly role: IncidentRole; readonly handle?: string }
  | { readonly does: 'add-service'; readonly service: string }
  | { readonly does: 'close'; readonly reason: string }
  | { readonly does: 'reopen'; readonly reason: string }
  | Extract<AreaEntry, { does: 'send' | 'open' }>
  | { readonly does: 'explain'; readonly problem: QuickProblem };

export type QuickProblem =
  | AreaProblem
  | { readonly code: 'unknown-command'; readonly command: string }
  | { readonly code: 'severity-missing' | 'status-missing' | 'person-missing' | 'service-missing' }
  | { readonly code: 'severity-unknown' | 'status-unknown' | 'time-unknown'; readonly value: string }
  | { readonly code: 'text-missing' | 'reason-missing'; readonly command: string };

export const WRITING_COMMANDS = ['note', 'decision', 'finding', 'change', 'impact', 'link'] as const;
export const ROLE_COMMANDS = {
  ic: 'commander',
  dep: 'deputy',
  tl: 'technical-lead',
  com: 'communications-lead',
  scribe: 'scribe',
} as const satisfies Record<string, IncidentRole>;
export const QUICK_COMMANDS = [
  'note',
  'decision',
  'finding',
  'sev',
  'status',
  'service',
  'ic',
  'change',
  'link',
  'dep',
  'tl',
  'com',
  'scribe',
  'role',
  'close',
  'reopen',
] as const;
export type QuickCommand = (typeof QUICK_COMMANDS)[number];

// A path such as /var/log is text; `/sev1` is `/sev 1`.
const COMMAND = /^\/([a-z]+)(\d?)(?=\s|$)\s*([\s\S]*)$/i;

/** Pure. Without a room only what needs none of it is understood. */
export const parseQuickEntry = (input: string, now: number, context?: QuickContext): QuickEntry => {
  const text = input.trim();
  if (text === '') return { does: 'nothing' };
  if (text.startsWith('//')) return { does: 'write', kind: 'note', text: text.slice(1) };
  const match = COMMAND.exec(text);
  if (match === null) return written('note', 'note', text, now);
  const [, name = '', digit = '', rest = ''] = match;
  const command = name.toLowerCase();
  const area = context === undefined ? undefined : areaOf(command);
  const behind = `${digit} ${rest}`.trim();
  if (context !== undefined && area !== undefined) return area.parse(command, behind, context);
  if (command === 'role') return namedRole(behind, context?.roles ?? []);
  return parseCommand(command, behind, now);
};

const parseCommand = (command: string, rest: string, now: number): QuickEntry => {
  const writing = WRITING_COMMANDS.find((kind) => kind === command);
  if (writing !== undefined) return written(writing, command, rest, now);
  if (isRoleCommand(command)) return role(ROLE_COMMANDS[command], rest);
  switch (command) {
    case 'sev':
    case 'severity':
      return severity(rest);
    case 'status':
      return status(rest);
    case 'service':
      return service(rest);
    case 'close':
    case 'reopen':
      return rest === '' ? explain({ code: 'reason-missing', command }) : { does: command, reason: rest };
    default:
      return explain({ code: 'unknown-command', command });
  }
};

const written = (kind: WrittenKind, command: string, rest: string, now: number): QuickEntry => {
  const sure: Sure = kind === 'finding' ? confidenceOf(rest) : { rest };
  const timed = timePrefix(sure.rest, now);
  if (timed.unknown !== undefined) return explain({ code: 'time-unknown', value: timed.unknown });
  if (timed.rest === '') return explain({ code: 'text-missing', command });
  return {
    does: 'write',
    kind,
    text: timed.rest,
    ...(sure.confidence === undefined ? {} : { confidence: sure.confidence }),
    ...(timed.at === undefined ? {} : { happenedAt: timed.at }),
  };
};

type Sure = { readonly rest: string; readonly confidence?: Confidence };

const confidenceOf = (rest: string): Sure => {
  const [first, after] = firstWord(rest);
  const confidence = CONFIDENCES.find((known) => known === first.toLowerCase());
  return confidence === undefined ? { rest, confidence: 'believed' } : { rest: after, confidence };
};

const severity = (rest: string): QuickEntry => {
  const [first, reason] = firstWord(rest);
  if (first === '') return explain({ code: 'severity-missing' });
  const digit = first.toLowerCase().replace(/^sev/, '').replace(/:$/, '');
  const found = SEVERITIES.find((known) => String(known) === digit);
  if (found === undefined) return explain({ code: 'severity-unknown', value: first });
  return { does: 'change-severity', severity: found, ...(reason === '' ? {} : { reason }) };
};

/** An unambiguous beginning of a status is enough: `/status res`. */
const status = (rest: string): QuickEntry => {
  const [first, reason] = firstWord(rest);
  if (first === '') return explain({ code: 'status-missing' });
  const begun = OPEN_STATUSES.filter((known) => known.startsWith(first.toLowerCase().replace(/:$/, '')));
  const [found] = begun;
  if (found === undefined || begun.length > 1) return explain({ code: 'status-unknown', value: first });
  return { does: 'change-status', status: found, ...(reason === '' ? {} : { reason }) };
};

/** The name of a service may have spaces: all of the line is it. */
const service = (rest: string): QuickEntry =>
  rest === ''
    ? explain({ code: 'service-missing' })
    : { does: 'add-service', service: rest.replace(/\s+/gu, ' ').replace(/^#/, '') };

const role = (wanted: IncidentRole, rest: string): QuickEntry => {
  const [first] = firstWord(rest);
  if (first === '' || first.toLowerCase() === 'me') return { does: 'give-role', role: wanted };
  if (!first.startsWith('@') || first === '@') return explain({ code: 'person-missing' });
  return { does: 'give-role', role: wanted, handle: first.slice(1).toLowerCase() };
};

const namedRole = (rest: string, custom: readonly CustomRole[]): QuickEntry => {
  const named = roleNamed(rest, custom);
  return named === undefined ? explain({ code: 'usage', command: 'role' }) : { does: 'give-role', ...named };
};

const isRoleCommand = (command: string): command is keyof typeof ROLE_COMMANDS => Object.hasOwn(ROLE_COMMANDS, command);

const explain = (problem: QuickProblem): QuickEntry => ({ does: 'explain', problem });
