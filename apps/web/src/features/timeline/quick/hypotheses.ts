import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
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

const NAMES = ['hypo', 'test', 'confirm', 'ruleout'] as const;
type Name = (typeof NAMES)[number];

const MINUTE = 60_000;
/** As in the form for a test. */
const DEFAULT_TEST_MS = 10 * MINUTE;

export const hypothesesArea: QuickArea<Name> = {
  names: NAMES,
  numbered: (name, { hypotheses }) =>
    name === 'hypo'
      ? []
      : hypotheses.items
          .filter(({ status }) => status === 'open' || status === 'testing')
          .map(({ number, text }) => ({ number: `H${number}`, title: text })),
  parse: (name, rest, context) => {
    if (rest === '') return usage(name);
    if (name === 'hypo') return sends('hypothesis.suggest', { text: rest }, 'hypo');
    const [word, text] = firstWord(rest);
    const number = numberIn(word, 'h');
    if (number === undefined || text === '') return usage(name);
    const hypothesis = context.parts.hypotheses.items.find((item) => item.number === number);
    if (hypothesis === undefined) return { does: 'explain', problem: { code: 'number-unknown', value: `H${number}` } };
    return name === 'test' ? test(hypothesis, text, context) : conclude(name, hypothesis, text);
  },
};

const conclude = (name: 'confirm' | 'ruleout', { id, number, text }: Hypothesis, conclusion: string): AreaEntry =>
  sends(name === 'confirm' ? 'hypothesis.confirm' : 'hypothesis.rule-out', { hypothesisId: id, conclusion }, name, {
    number,
    text,
  });

/** `@bo`, `10m` and what to check: the first two in any order, and not needed. */
const test = ({ id, number, text }: Hypothesis, rest: string, context: QuickContext): AreaEntry => {
  const { handle, forMs = DEFAULT_TEST_MS, text: check } = leadingWords(rest);
  if (check === '') return usage('test');
  let tester: UserId | undefined;
  if (handle !== undefined) {
    tester = context.personOf(handle);
    if (tester === undefined) return { does: 'explain', problem: { code: 'handle-unknown', value: handle } };
  }
  const about = { number, text, minutes: Math.round(forMs / MINUTE) };
  return sends(
    'hypothesis.start-test',
    { hypothesisId: id, check, forMs, ...(tester === undefined ? {} : { tester }) },
    handle === undefined ? 'test' : 'testBy',
    handle === undefined ? about : { ...about, handle },
  );
};
