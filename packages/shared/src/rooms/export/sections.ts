import { INCIDENT_ROLES } from '../../incidents/values.ts';
import { standingObjections, type Mitigation } from '../../mitigations/state.ts';
import { told } from '../../updates/state.ts';
import type { Hypothesis } from '../../hypotheses/state.ts';
import type { RelationKind } from '../../relations/values.ts';
import type { Task } from '../../tasks/state.ts';
import { capital, field, optionalUtc, paragraph } from './fields.ts';
import { block, inline, link, utc } from './markdown-text.ts';
import { actorIn, personIn, type Names } from './names.ts';
import type { Source } from './source.ts';

export type Section = { readonly title: string; readonly lines: readonly string[] };

/** What was known, decided and done, without the timeline. A section that would be empty is left out. */
export const sectionsOf = (source: Source): readonly Section[] =>
  [
    { title: 'Summary', lines: paragraph(source.incident.summary) },
    { title: 'Impact', lines: impactLines(source) },
    { title: 'Objectives', lines: objectiveLines(source) },
    { title: 'Links', lines: source.room.situation.links.map(({ label, url }) => `- ${link(label, url)}`) },
    { title: 'Roles and responders', lines: roleLines(source) },
    { title: 'Hypotheses', lines: source.room.hypotheses.items.flatMap((item) => hypothesisLines(item, source)) },
    { title: 'Mitigations', lines: source.room.mitigations.items.flatMap((item) => mitigationLines(item, source)) },
    { title: 'Tasks', lines: source.room.tasks.items.map((task) => taskLine(task, source)) },
    { title: 'Checklists', lines: checklistLines(source) },
    { title: 'Needs', lines: needLines(source) },
    { title: 'Status updates', lines: updateLines(source) },
    { title: 'Kept for later', lines: followUpLines(source) },
    {
      title: 'Related incidents',
      lines: source.room.relations.items.map(({ kind, key }) => `- ${key}: ${RELATION_WORDS[kind]}`),
    },
  ].filter(({ lines }) => lines.length > 0);

/** What the other incident is to this one. */
const RELATION_WORDS: Readonly<Record<RelationKind, string>> = {
  related: 'related',
  parent: 'this incident is a part of it',
  child: 'a part of this incident',
  duplicate: 'a duplicate of this incident',
  merged: 'merged into this incident',
};

const impactLines = ({ room }: Source): readonly string[] => {
  const { users, business, reputation, numbers, trend, startedAt, endedAt } = room.situation.impact;
  return [
    ...field('Users', users),
    ...field('Business', business),
    ...field('Reputation', reputation),
    ...numbers.flatMap(({ label, value }) => field(label, value)),
    ...field('Trend', trend),
    ...field('From', optionalUtc(startedAt)),
    ...field('Until', optionalUtc(endedAt)),
  ];
};

const objectiveLines = ({ room: { situation } }: Source): readonly string[] => {
  const criteria = situation.criteria.map(({ text, met }) => `- [${met === undefined ? ' ' : 'x'}] ${inline(text)}`);
  const objectives = paragraph(situation.objectives);
  return objectives.length === 0 || criteria.length === 0
    ? [...objectives, ...criteria]
    : [...objectives, '', ...criteria];
};

const roleLines = ({ room, incident, names }: Source): readonly string[] => {
  const usual = INCIDENT_ROLES.flatMap((role) => {
    const holder = incident.roles[role];
    return holder === undefined ? [] : field(capital(role), personIn(names, holder));
  });
  const custom = Object.entries(incident.roles).flatMap(([role, holder]) =>
    INCIDENT_ROLES.some((known) => known === role) ? [] : field(role, personIn(names, holder)),
  );
  const responders = room.roster.responders.map(({ userId }) => personIn(names, userId));
  return [...usual, ...custom, ...field('Responders', responders.join(', '))];
};

const hypothesisLines = (hypothesis: Hypothesis, { names }: Source): readonly string[] => {
  const { number, text, status, suggestedBy, evidence, test } = hypothesis;
  const pro = evidence.filter(({ stance }) => stance === 'supports').length;
  return [
    `- **H${number}** ${inline(text)} (${status}, suggested by ${inline(actorIn(names, suggestedBy))})`,
    ...('conclusion' in hypothesis ? field('Conclusion', hypothesis.conclusion, '  ') : []),
    ...(test === undefined ? [] : field(`Tested by ${inline(personIn(names, test.tester))}`, test.check, '  ')),
    ...(evidence.length === 0 ? [] : field('Evidence', `${pro} for, ${evidence.length - pro} against`, '  ')),
  ];
};

const mitigationLines = (mitigation: Mitigation, { names }: Source): readonly string[] => {
  const { number, plan, status, statusSince, proposedBy, approved, started, executed, verified, uncoordinated } =
    mitigation;
  const move = (label: string, made: { by: Mitigation['statusBy']; at: number; said?: string } | undefined) =>
    made === undefined
      ? []
      : field(
          label,
          `${utc(made.at)} UTC by ${actorIn(names, made.by)}${made.said === undefined ? '' : `: ${made.said}`}`,
          '  ',
        );
  return [
    `- **M${number}** ${inline(plan.title)} (${status} since ${utc(statusSince)} UTC)`,
    ...field(uncoordinated === undefined ? 'Proposed by' : 'Recorded by', actorIn(names, proposedBy), '  '),
    ...field('Risk', plan.risk, '  '),
    ...field('Services', plan.services.join(', '), '  '),
    ...field('Expected', plan.expectedSignal, '  '),
    ...field('Steps', plan.steps, '  '),
    ...field('Rollback', plan.rollback, '  '),
    ...standingObjections(mitigation).flatMap(({ by, reason }) =>
      field(`Objection of ${inline(actorIn(names, by))}`, reason, '  '),
    ),
    ...move('Approved', approved),
    ...move('Rejected', mitigation.rejected),
    ...(uncoordinated === undefined
      ? [...move('Started', started), ...move('Executed', executed)]
      : madeLines(mitigation, names)),
    ...(verified === undefined ? [] : move(`Found ${verified.outcome}`, verified)),
    ...move('Halted', mitigation.halted),
    ...move('Withdrawn', mitigation.withdrawn),
    ...(uncoordinated === undefined ? [] : field('Made without approval', uncoordinated.reason, '  ')),
  ];
};

/** Who recorded it need not be who made it. */
const madeLines = ({ started, executed }: Mitigation, names: Names): readonly string[] => {
  if (executed === undefined) return [];
  const by = started === undefined ? '' : ` by ${personIn(names, started.executor)}`;
  return field('Made', `${utc(executed.at)} UTC${by}`, '  ');
};

const said = (text: string | undefined): string => (text === undefined || text === '' ? '' : `: ${inline(text)}`);

const taskLine = (task: Task, { names }: Source): string => {
  const end = 'result' in task ? task.result : 'reason' in task ? task.reason : undefined;
  const due = task.dueAt === undefined ? '' : `, due ${utc(task.dueAt)} UTC`;
  return `- **T${task.number}** ${inline(task.text)} (${task.status}, ${inline(personIn(names, task.assignee))}${due})${said(end)}`;
};

const checklistLines = ({ room }: Source): readonly string[] =>
  room.checklists.items.flatMap(({ title, phase, steps }) => [
    `- **${inline(title)}** (${phase})`,
    ...steps.map(
      (step) =>
        `  - [${step.state === 'ticked' ? 'x' : ' '}] ${inline(step.text)}` +
        (step.state === 'skipped' ? ` (skipped: ${inline(step.reason)})` : ''),
    ),
  ]);

const needLines = ({ room, names }: Source): readonly string[] =>
  room.roster.needs.map((need) => {
    const claimedBy = 'claimedBy' in need ? need.claimedBy : undefined;
    const who = claimedBy === undefined ? '' : `, ${inline(personIn(names, claimedBy))}`;
    return `- ${inline(need.text)} (${need.status}${who})`;
  });

/** Who was told what, when; in the order it left. */
const updateLines = ({ room, names }: Source): readonly string[] =>
  told(room.updates)
    .toReversed()
    .flatMap(({ number, audience, publishedAt, by, content, withoutApproval }) => [
      `- **U${number}** ${audience}, ${utc(publishedAt)} UTC by ${inline(actorIn(names, by))}\\`,
      block(content.text, '  '),
      ...field('Components', content.components.map(({ name, state }) => `${name} ${state}`).join(', '), '  '),
      ...field('Next update', optionalUtc(content.nextAt), '  '),
      ...field('Published without approval', withoutApproval, '  '),
    ]);

const followUpLines = ({ room, names }: Source): readonly string[] =>
  room.tasks.followUps.map(
    ({ text, by, dropped }) =>
      `- ${inline(text)} (${inline(actorIn(names, by))})` +
      (dropped === undefined ? '' : ` dropped${said(dropped.reason)}`),
  );
