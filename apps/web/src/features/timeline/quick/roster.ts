import { sends, usage, type AreaEntry, type QuickArea, type QuickContext } from './area.ts';

const NAMES = ['need', 'join', 'leave'] as const;
type Name = (typeof NAMES)[number];

export const rosterArea: QuickArea<Name> = {
  names: NAMES,
  parse: (name, rest, context) => (name === 'need' ? need(rest, context) : joinOrLeave(name, rest, context)),
};

const ANSWER = /^(claim|met)\s+n?(\d{1,4})$/iu;

/** A text is a need; `claim 2` and `met 2` are about one that there is. */
const need = (rest: string, { parts }: QuickContext): AreaEntry => {
  if (rest === '') return usage('need');
  const [, deed = '', digits = ''] = ANSWER.exec(rest) ?? [];
  if (deed === '') return sends('need.raise', { text: rest }, 'need', { text: rest });
  const found = parts.roster.needs.find(({ number }) => number === Number(digits));
  if (found === undefined) return { does: 'explain', problem: { code: 'number-unknown', value: `N${digits}` } };
  const { id: needId, text } = found;
  return deed.toLowerCase() === 'claim'
    ? sends('need.claim', { needId }, 'need-claim', { text })
    : sends('need.meet', { needId }, 'need-met', { text });
};

/** Oneself, or `@bo`. */
const joinOrLeave = (name: 'join' | 'leave', rest: string, { me, personOf }: QuickContext): AreaEntry => {
  const type = name === 'join' ? 'responder.join' : 'responder.leave';
  if (rest === '' || rest.toLowerCase() === 'me') return sends(type, { userId: me }, name);
  const [, handle = ''] = /^@(\S+)$/u.exec(rest) ?? [];
  if (handle === '') return usage(name);
  const userId = personOf(handle);
  if (userId === undefined) return { does: 'explain', problem: { code: 'handle-unknown', value: handle } };
  return sends(type, { userId }, `${name}-them`, { handle });
};
