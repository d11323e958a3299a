import type { NamedClock } from '../../clocks/events.ts';
import type { Hypothesis, Test } from '../../hypotheses/state.ts';
import { isOpenTask } from '../../tasks/state.ts';
import { subjectOf } from './subject-of.ts';
import { activeIncident, type ClockedRoom, type StartedClock } from './running-clock.ts';

/** Times that people set themselves: of tasks, of tests, of mitigations under way. */
export const timers = (room: ClockedRoom): readonly StartedClock[] =>
  activeIncident(room) === undefined ? [] : [...tasks(room), ...tests(room), ...mitigations(room)];

const tasks = (room: ClockedRoom): readonly StartedClock[] =>
  room.tasks.items
    .filter(isOpenTask)
    .flatMap(({ id, number, text, assignedAt: startedAt, dueAt }) =>
      timer({ clock: 'task', subject: id, label: `T${number}: ${text}`, startedAt }, dueAt),
    );

const tests = (room: ClockedRoom): readonly StartedClock[] =>
  room.hypotheses.items.flatMap((hypothesis) =>
    hypothesis.status === 'testing' ? timer(testOf(hypothesis, hypothesis.test), hypothesis.test.until) : [],
  );

const mitigations = (room: ClockedRoom): readonly StartedClock[] =>
  room.mitigations.items.flatMap((mitigation) => {
    const { status, started, plan } = mitigation;
    if (status !== 'executing' || started === undefined || plan.timeBox === undefined) return [];
    const clock = { clock: 'mitigation', ...subjectOf(mitigation), startedAt: started.at } as const;
    return timer(clock, started.at + plan.timeBox);
  });

const testOf = ({ id, number, text }: Hypothesis, { since }: Test): NamedClock => ({
  clock: 'hypothesis-test',
  subject: id,
  label: `H${number}: ${text}`,
  startedAt: since,
});

const timer = (clock: NamedClock, dueAt: number | undefined): readonly StartedClock[] =>
  dueAt === undefined ? [] : [{ ...clock, dueAt }];
