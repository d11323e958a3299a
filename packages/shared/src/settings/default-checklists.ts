import type { ChecklistTemplate, Phase } from './schemas.ts';

type Steps = Readonly<Record<string, string>>;

const template = (severity: 1 | 2, phase: Phase, title: string, steps: Steps): ChecklistTemplate => ({
  id: `sev${severity}-${phase}`,
  phase,
  title,
  severities: [severity],
  steps: Object.entries(steps).map(([id, text]) => ({ id, text })),
});

/** What is easily forgotten at three in the morning, in the order in which it is needed. */
export const DEFAULT_CHECKLISTS: ChecklistTemplate[] = [
  template(1, 'detection', 'First five minutes', {
    commander: 'Somebody has taken command',
    severity: 'The severity is right: unsure means the higher one',
    summary: 'The summary says what is broken, and for whom',
    bridge: 'The call is open, and its link is in the header',
    'internal-update': 'The first internal update is out',
    'public-update': 'The first public update is out: what customers feel, no promise of a time',
  }),
  template(1, 'response', 'Find out what broke', {
    roles: 'Deputy, Communications Lead and Scribe are named',
    changes: 'Changes of the last hours are looked at: deploys, configuration, flags',
    dependencies: 'What the service depends on is looked at: which broke first',
    impact: 'Impact is written down: users, business, since when',
    'exit-criteria': 'Exit criteria say when it is over',
    needs: 'Who is missing has been called',
    hypotheses: 'Each suspected cause has somebody who tests it',
  }),
  template(1, 'mitigation', 'Stop the bleeding', {
    freeze: 'Other changes to production are stopped',
    proposal: 'Every change is proposed with its risk and its way back',
    'blast-radius': 'It is known what depends on the targets',
    'one-at-a-time': 'One change at a time, with the signal that shows whether it works',
    vendor: 'Vendors have a ticket, where theirs is broken',
    update: 'The next update says what is being done',
  }),
  template(1, 'resolution', 'Make sure that it is over', {
    criteria: 'All exit criteria are met',
    customers: "Customers' own figures are back to normal, and stay so for 15 minutes",
    temporary: 'Temporary measures are written down as follow-ups',
    'final-update': 'The last update says that it is over, inside and outside',
    'stand-down': 'People are thanked and sent back to sleep',
    postmortem: 'The post-mortem has an owner and a date',
  }),
  template(2, 'detection', 'First fifteen minutes', {
    commander: 'Somebody has taken command',
    severity: 'The severity is right: unsure means the higher one',
    summary: 'The summary says what is broken, and for whom',
    'internal-update': 'The first internal update is out',
    'public-update': 'The first public update is out, where customers can see it',
  }),
  template(2, 'response', 'Find out what broke', {
    changes: 'Changes of the last hours are looked at: deploys, configuration, flags',
    dependencies: 'What the service depends on is looked at: which broke first',
    impact: 'Impact is written down: users, business, since when',
    'exit-criteria': 'Exit criteria say when it is over',
    needs: 'Who is missing has been called',
  }),
  template(2, 'mitigation', 'Stop the bleeding', {
    proposal: 'Every change is proposed with its risk and its way back',
    'blast-radius': 'It is known what depends on the targets',
    'one-at-a-time': 'One change at a time, with the signal that shows whether it works',
    update: 'The next update says what is being done',
  }),
  template(2, 'resolution', 'Make sure that it is over', {
    criteria: 'All exit criteria are met',
    customers: "Customers' own figures are back to normal, and stay so",
    temporary: 'Temporary measures are written down as follow-ups',
    'final-update': 'The last update says that it is over',
    postmortem: 'The post-mortem has an owner and a date',
  }),
];
