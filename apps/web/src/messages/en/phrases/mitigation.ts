import type { PlanField } from '@sitrep/shared/mitigations/values';

export const mitigationPhrases = {
  proposed: '{actor} proposed M{number, number}: {title}',
  amended: '{actor} amended M{number, number} “{title}”: {changed}',
  field: {
    title: 'title',
    hypothesisId: 'hypothesis',
    expectedSignal: 'expected signal',
    risk: 'risk',
    services: 'services',
    steps: 'steps',
    rollback: 'rollback',
    owner: 'owner',
    timeBox: 'time-box',
  } satisfies Readonly<Record<PlanField, string>>,
  objected: '{actor} objects to M{number, number} “{title}”: {reason}',
  objectionWithdrawn: '{actor} withdrew the objection to M{number, number} “{title}”',
  approved:
    '{actor} polled: {title} (M{number, number}). {owner} proceeds{objections, plural, =0 {} one {, despite 1 objection} other {, despite # objections}}{collisions, plural, =0 {} one {, knowing of 1 collision} other {, knowing of # collisions}}',
  approvedUnowned:
    '{actor} polled: {title} (M{number, number}). Approved, whoever starts it proceeds{objections, plural, =0 {} one {, despite 1 objection} other {, despite # objections}}{collisions, plural, =0 {} one {, knowing of 1 collision} other {, knowing of # collisions}}',
  withNote: '{sentence}: {note}',
  rejected: '{actor} rejected M{number, number} “{title}”: {reason}',
  withdrawn: '{actor} withdrew M{number, number} “{title}”',
  started: '{executor} began to execute M{number, number} “{title}”',
  startedFor: '{actor} started M{number, number} “{title}”: {executor} executes it',
  executed: '{actor}: M{number, number} “{title}” is executed',
  effective: '{actor}: M{number, number} “{title}” is effective: {seen}',
  ineffective: '{actor}: M{number, number} “{title}” is ineffective: {seen}',
  'rolled-back': '{actor}: M{number, number} “{title}” is rolled back: {seen}',
  halted: '{actor} halted M{number, number} “{title}”',
  uncoordinated: 'Uncoordinated change M{number, number} “{title}”, made at {time}: {reason}',
  uncoordinatedBy: 'Uncoordinated change M{number, number} “{title}”, made by {person} at {time}: {reason}',
} as const;
