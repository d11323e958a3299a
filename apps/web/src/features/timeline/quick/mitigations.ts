import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { mayDo, mayTurnOut } from '@sitrep/shared/mitigations/status-moves';
import { servicesNamedIn } from '@sitrep/shared/rooms/collisions';
import {
  firstWord,
  leadingWords,
  numberIn,
  sends,
  usage,
  type AreaEntry,
  type QuickArea,
  type QuickContext,
} from './area.ts';

const NAMES = [
  'propose',
  'approve',
  'reject',
  'object',
  'start',
  'executed',
  'effective',
  'ineffective',
  'rolledback',
  'halt',
  'uncoordinated',
] as const;
type Name = (typeof NAMES)[number];
type AboutOne = Exclude<Name, 'propose' | 'uncoordinated'>;

const TAKES_TEXT: readonly AboutOne[] = ['reject', 'object', 'effective', 'ineffective', 'rolledback'];

/** Where each can be done. */
const POSSIBLE: Readonly<Record<AboutOne, (mitigation: Mitigation) => boolean>> = {
  approve: (one) => mayDo('approve', one),
  reject: (one) => mayDo('reject', one),
  object: (one) => mayDo('object', one),
  start: (one) => mayDo('start', one),
  executed: (one) => mayDo('finish', one),
  effective: (one) => mayTurnOut('effective', one),
  ineffective: (one) => mayTurnOut('ineffective', one),
  rolledback: (one) => mayTurnOut('rolled-back', one),
  halt: (one) => mayDo('halt', one),
};

export const mitigationsArea: QuickArea<Name> = {
  names: NAMES,
  numbered: (name, { mitigations }) =>
    name === 'propose' || name === 'uncoordinated'
      ? []
      : mitigations.items
          .filter(POSSIBLE[name])
          .map(({ number, plan }) => ({ number: `M${number}`, title: plan.title })),
  parse: (name, rest, context) => {
    if (name === 'propose') return propose(rest, context);
    if (name === 'uncoordinated') return uncoordinated(rest, context);
    if (name === 'halt' && rest === '') return haltTheOne(context);
    const [word, text] = firstWord(rest);
    const number = numberIn(word, 'm');
    if (number === undefined || (text === '' && TAKES_TEXT.includes(name))) return usage(name);
    const mitigation = context.parts.mitigations.items.find((one) => one.number === number);
    if (mitigation === undefined) return { does: 'explain', problem: { code: 'number-unknown', value: `M${number}` } };
    return aboutOne(name, mitigation, text);
  },
};

const aboutOne = (
  name: AboutOne,
  { id: mitigationId, number, plan, revision }: Mitigation,
  text: string,
): AreaEntry => {
  const about = { number, title: plan.title };
  switch (name) {
    case 'approve':
      // What stands against it is on its card: whoever types has seen none of it.
      return sends('mitigation.approve', { mitigationId, revision, ...said('note', text) }, name, about);
    case 'reject':
      return sends('mitigation.reject', { mitigationId, reason: text }, name, about);
    case 'object':
      return sends('mitigation.object', { mitigationId, reason: text }, name, about);
    case 'start':
      return sends('mitigation.start', { mitigationId }, name, about);
    case 'executed':
      return sends('mitigation.finish', { mitigationId, ...said('seen', text) }, name, about);
    case 'halt':
      return sends('mitigation.halt', { mitigationId, ...said('reason', text) }, name, about);
    case 'effective':
    case 'ineffective':
      return sends('mitigation.verify', { mitigationId, outcome: name, seen: text }, name, about);
    case 'rolledback':
      return sends('mitigation.verify', { mitigationId, outcome: 'rolled-back', seen: text }, name, about);
  }
};

const said = <Key extends string>(key: Key, text: string): { readonly [K in Key]?: string } =>
  (text === '' ? {} : { [key]: text }) as { readonly [K in Key]?: string };

/** `@bo` and `10m` may come first, in any order; the rest is the title. */
const propose = (rest: string, context: QuickContext): AreaEntry => {
  const { handle, forMs: timeBox, text: title } = leadingWords(rest);
  if (title === '') return usage('propose');
  const owner = handle === undefined ? undefined : context.personOf(handle);
  if (handle !== undefined && owner === undefined) {
    return { does: 'explain', problem: { code: 'handle-unknown', value: handle } };
  }
  // What collides is found by services: those of the incident that the title names are meant.
  const services = [...servicesNamedIn(title, context.incident.services)];
  const fields = { title, ...(services.length === 0 ? {} : { services }), ...optional(owner, timeBox) };
  return services.length === 0
    ? sends('mitigation.propose', fields, 'propose', { title })
    : sends('mitigation.propose', fields, 'proposeOn', { title, services: services.join(', ') });
};

const optional = (owner: UserId | undefined, timeBox: number | undefined) => ({
  ...(owner === undefined ? {} : { owner }),
  ...(timeBox === undefined ? {} : { timeBox }),
});

/** What was done, and behind a colon why it did not wait. */
const uncoordinated = (rest: string, { now, incident }: QuickContext): AreaEntry => {
  const [, title = '', reason = ''] = /^(.+?):\s+(\S[\s\S]*)$/.exec(rest) ?? [];
  if (title === '') return usage('uncoordinated');
  const services = [...servicesNamedIn(title, incident.services)];
  return sends('mitigation.record-uncoordinated', { title, reason, doneAt: now, services }, 'uncoordinated', { title });
};

const haltTheOne = ({ parts }: QuickContext): AreaEntry => {
  const running = parts.mitigations.items.filter(({ status }) => status === 'executing');
  const [only] = running;
  return only === undefined || running.length > 1 ? usage('halt') : aboutOne('halt', only, '');
};
