import type { Fact } from '@sitrep/shared/timeline/recorded';
import { rosterPhrase } from './phrases/roster.ts';
import { situationPhrase } from './phrases/situation.ts';
import { hypothesisPhrase } from './phrases/hypothesis.ts';
import { mitigationPhrase } from './phrases/mitigation.ts';
import { taskPhrase } from './phrases/task.ts';
import { checklistPhrase } from './phrases/checklist.ts';
import { updatePhrase } from './phrases/update.ts';
import { clockPhrase } from './phrases/clock.ts';
import { relationPhrase } from './phrases/relation.ts';
import { incidentPhrase } from './phrases/incident.ts';
import type { Entry, FactsOf, Wording } from './phrases/wording.ts';

export type { Wording } from './phrases/wording.ts';

export const phraseOf = (entry: Entry, words: Wording): string => {
  const { data } = entry.fact;
  const sentence = sentenceOf(entry.fact, entry, words);
  return 'undoOf' in data && data.undoOf !== undefined ? words.t('tookBack', { sentence }) : sentence;
};

type Prefix = Fact['type'] extends `${infer P}.${string}` ? P : never;
type Phrases = { readonly [P in Prefix]: (fact: FactsOf<P>, entry: Entry, words: Wording) => string };

/** By the first part of the event's type. */
const PHRASES: Phrases = {
  incident: incidentPhrase,
  role: rosterPhrase,
  commander: rosterPhrase,
  responder: rosterPhrase,
  need: rosterPhrase,
  situation: situationPhrase,
  hypothesis: hypothesisPhrase,
  mitigation: mitigationPhrase,
  task: taskPhrase,
  'follow-up': taskPhrase,
  checklist: checklistPhrase,
  update: updatePhrase,
  clock: clockPhrase,
  escalation: clockPhrase,
  relation: relationPhrase,
};

const sentenceOf = (fact: Fact, entry: Entry, words: Wording): string => {
  const prefix = fact.type.slice(0, fact.type.indexOf('.')) as Prefix;
  return (PHRASES[prefix] as (fact: Fact, entry: Entry, words: Wording) => string)(fact, entry, words);
};
