import type { Room } from '@sitrep/shared/rooms/room';

/** What people wrote in a room, as far as it stands: everything that a search looks through. */
export const roomTexts = (room: Room): readonly string[] =>
  [
    ...writtenTexts(room),
    ...situationTexts(room),
    ...hypothesisTexts(room),
    ...mitigationTexts(room),
    ...taskTexts(room),
    ...room.roster.needs.map(({ text }) => text),
    ...updateTexts(room),
    ...room.relations.items.map(({ key }) => key),
  ].filter((text): text is string => text !== undefined && text !== '');

type Texts = readonly (string | undefined)[];

const writtenTexts = ({ timeline }: Room): Texts =>
  timeline.entries.map((entry) =>
    entry.origin === 'written' && entry.retracted === undefined ? entry.text : undefined,
  );

const situationTexts = ({ situation: { impact, objectives, criteria } }: Room): Texts => [
  impact.users,
  impact.business,
  impact.reputation,
  ...impact.numbers.map(({ label, value }) => `${label} ${value}`),
  objectives,
  ...criteria.map(({ text }) => text),
];

const hypothesisTexts = ({ hypotheses }: Room): Texts =>
  hypotheses.items.flatMap((hypothesis) => [
    hypothesis.text,
    hypothesis.test?.check,
    'conclusion' in hypothesis ? hypothesis.conclusion : undefined,
  ]);

const mitigationTexts = ({ mitigations }: Room): Texts =>
  mitigations.items.flatMap(({ plan, objections, verified, rejected, halted, uncoordinated }) => [
    plan.title,
    plan.expectedSignal,
    plan.services.join(' '),
    plan.steps,
    plan.rollback,
    ...objections.map(({ reason }) => reason),
    verified?.said,
    rejected?.said,
    halted?.said,
    uncoordinated?.reason,
  ]);

const taskTexts = ({ tasks }: Room): Texts => [
  ...tasks.items.flatMap((task) => [
    task.text,
    'result' in task ? task.result : undefined,
    'reason' in task ? task.reason : undefined,
  ]),
  ...tasks.followUps.map(({ text, dropped }) => (dropped === undefined ? text : undefined)),
];

/** What readers were told, and nothing that was only drafted. */
const updateTexts = ({ updates }: Room): Texts =>
  updates.items.map(({ status, content }) => (status === 'published' ? content.text : undefined));
