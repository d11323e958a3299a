import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandInput } from '@sitrep/shared/protocol/catalogue';
import type { Outcome, Risk } from '@sitrep/shared/mitigations/values';
import type { Stance } from '@sitrep/shared/hypotheses/events';
import type { Audience } from '@sitrep/shared/settings/values';
import type { Minute, Names } from './names.ts';
import { command, type CommandStep } from './step.ts';

type Proposal = {
  /** What later steps call it. */
  readonly as: string;
  readonly answers?: string;
  readonly owner?: string;
  readonly risk?: Risk;
  readonly services?: readonly string[];
  readonly signal?: string;
  readonly steps?: string;
  readonly rollback?: string;
  readonly minutes?: number;
};
type Alone = Pick<Proposal, 'as' | 'services'> & {
  readonly by: string;
  readonly done: Minute;
  readonly reason: string;
};
type Approval = { readonly note?: string; readonly despite?: readonly string[]; readonly beside?: readonly string[] };
type Components = readonly NonNullable<CommandInput<'update.draft'>['components']>[number][];
type Impact = Omit<CommandInput<'situation.change-impact'>, 'incidentId' | 'base' | 'undoOf' | 'startedAt'> & {
  readonly started?: Minute;
};

const MINUTE_MS = 60_000;

/** The sentences in which a story tells of the work on one incident. */
export const workSteps = (name: string, idOf = (names: Names): IncidentId => names.incident(name)) => {
  const incident = (names: Names) => ({ incidentId: idOf(names) });
  const idea = (names: Names, as: string) => ({ ...incident(names), hypothesisId: names.hypothesis(name, as) });
  const measure = (names: Names, as: string) => ({ ...incident(names), mitigationId: names.mitigation(name, as) });
  const job = (names: Names, as: string) => ({ ...incident(names), taskId: names.task(name, as) });
  const word = (names: Names, as: string) => ({ ...incident(names), updateId: names.update(name, as) });
  const goal = (names: Names, as: string) => ({ ...incident(names), criterionId: names.criterion(name, as) });
  const lack = (names: Names, as: string) => ({ ...incident(names), needId: names.need(name, as) });

  return {
    suspect: (minute: Minute, by: string, as: string, text: string) =>
      command(minute, by, 'hypothesis.suggest', (names) => ({ ...idea(names, as), text })),
    test: (minute: Minute, by: string, as: string, check: string, minutes: number) =>
      command(minute, by, 'hypothesis.start-test', (names) => ({
        ...idea(names, as),
        check,
        forMs: minutes * MINUTE_MS,
      })),
    evidence: (minute: Minute, by: string, as: string, entry: string, stance: Stance) =>
      command(minute, by, 'hypothesis.add-evidence', (names) => ({
        ...idea(names, as),
        entryId: names.entry(name, entry),
        stance,
      })),
    confirm: (minute: Minute, by: string, as: string, conclusion: string) =>
      command(minute, by, 'hypothesis.confirm', (names) => ({ ...idea(names, as), conclusion })),
    ruleOut: (minute: Minute, by: string, as: string, conclusion: string) =>
      command(minute, by, 'hypothesis.rule-out', (names) => ({ ...idea(names, as), conclusion })),

    propose: (minute: Minute, by: string, title: string, proposal: Proposal) =>
      command(minute, by, 'mitigation.propose', (names) => ({
        ...measure(names, proposal.as),
        title,
        risk: proposal.risk ?? 'medium',
        services: [...(proposal.services ?? [])],
        expectedSignal: proposal.signal ?? '',
        steps: proposal.steps ?? '',
        rollback: proposal.rollback ?? '',
        ...(proposal.owner === undefined ? {} : { owner: names.person(proposal.owner) }),
        ...(proposal.answers === undefined ? {} : { hypothesisId: names.hypothesis(name, proposal.answers) }),
        ...(proposal.minutes === undefined ? {} : { timeBox: proposal.minutes * MINUTE_MS }),
      })),
    object: (minute: Minute, by: string, as: string, reason: string) =>
      command(minute, by, 'mitigation.object', (names) => ({
        ...measure(names, as),
        objectionId: names.objection(name, as, by),
        reason,
      })),
    approve: (minute: Minute, by: string, as: string, { note, despite = [], beside = [] }: Approval = {}) =>
      command(minute, by, 'mitigation.approve', (names) => ({
        ...measure(names, as),
        revision: 1,
        objections: despite.map((who) => names.objection(name, as, who)),
        collisions: beside.map((other) => names.mitigation(name, other)),
        ...(note === undefined ? {} : { note }),
      })),
    reject: (minute: Minute, by: string, as: string, reason: string) =>
      command(minute, by, 'mitigation.reject', (names) => ({ ...measure(names, as), reason })),
    start: (minute: Minute, by: string, as: string) =>
      command(minute, by, 'mitigation.start', (names) => measure(names, as)),
    executed: (minute: Minute, by: string, as: string, seen: string) =>
      command(minute, by, 'mitigation.finish', (names) => ({ ...measure(names, as), seen })),
    verified: (minute: Minute, by: string, as: string, outcome: Outcome, seen: string) =>
      command(minute, by, 'mitigation.verify', (names) => ({ ...measure(names, as), outcome, seen })),
    halt: (minute: Minute, by: string, as: string, reason: string) =>
      command(minute, by, 'mitigation.halt', (names) => ({ ...measure(names, as), reason })),
    uncoordinated: (minute: Minute, writer: string, title: string, { as, by, done, reason, services = [] }: Alone) =>
      command(minute, writer, 'mitigation.record-uncoordinated', (names) => ({
        ...measure(names, as),
        title,
        reason,
        services: [...services],
        doneAt: names.time(done),
        doneBy: names.person(by),
      })),

    task: (minute: Minute, by: string, as: string, to: string, text: string, minutes: number) =>
      command(minute, by, 'task.assign', (names) => ({
        ...job(names, as),
        text,
        assignee: names.person(to),
        forMs: minutes * MINUTE_MS,
      })),
    gotIt: (minute: Minute, by: string, as: string) =>
      command(minute, by, 'task.acknowledge', (names) => job(names, as)),
    done: (minute: Minute, by: string, as: string, result: string) =>
      command(minute, by, 'task.done', (names) => ({ ...job(names, as), result })),
    cannot: (minute: Minute, by: string, as: string, reason: string) =>
      command(minute, by, 'task.fail', (names) => ({ ...job(names, as), reason })),
    later: (minute: Minute, by: string, text: string) =>
      command(minute, by, 'follow-up.keep', (names) => ({
        ...incident(names),
        followUpId: names.followUp(name, text),
        text,
      })),
    tick: (minute: Minute, by: string, checklistId: string, stepId: string) =>
      command(minute, by, 'checklist.tick', (names) => ({ ...incident(names), checklistId, stepId })),

    needs: (minute: Minute, by: string, as: string, text: string) =>
      command(minute, by, 'need.raise', (names) => ({ ...lack(names, as), text })),
    claims: (minute: Minute, by: string, as: string) => command(minute, by, 'need.claim', (names) => lack(names, as)),
    met: (minute: Minute, by: string, as: string) => command(minute, by, 'need.meet', (names) => lack(names, as)),
    join: (minute: Minute, by: string) => command(minute, by, 'responder.join', incident),

    feels: (minute: Minute, by: string, { started, ...impact }: Impact) =>
      command(minute, by, 'situation.change-impact', (names) => ({
        ...incident(names),
        ...impact,
        ...(started === undefined ? {} : { startedAt: names.time(started) }),
      })),
    objectives: (minute: Minute, by: string, objectives: string) =>
      command(minute, by, 'situation.change-objectives', (names) => ({ ...incident(names), objectives })),
    over: (minute: Minute, by: string, as: string, text: string) =>
      command(minute, by, 'situation.add-criterion', (names) => ({ ...goal(names, as), text })),
    reached: (minute: Minute, by: string, as: string) =>
      command(minute, by, 'situation.meet-criterion', (names) => goal(names, as)),
    bridge: (minute: Minute, by: string, label: string, url: string) =>
      command(minute, by, 'situation.add-link', (names) => ({
        ...incident(names),
        linkId: names.link(name, url),
        kind: 'bridge' as const,
        label,
        url,
      })),

    standDown: (minute: Minute, by: string, reason: string) =>
      command(minute, by, 'escalation.end', (names) => ({ ...incident(names), reason })),

    tells: (minute: Minute, by: string, as: string, text: string, next?: Minute) =>
      command(minute, by, 'update.announce', (names) => ({
        ...word(names, as),
        audience: 'internal' as Audience,
        text,
        ...(next === undefined ? {} : { nextAt: names.time(next) }),
      })),
    /** A public update on its whole way: drafted, approved a little later, and sent. */
    publishes: (
      minute: Minute,
      [writer, approver]: readonly [string, string],
      as: string,
      text: string,
      { next, components = [] }: { readonly next?: Minute; readonly components?: Components } = {},
    ): readonly CommandStep[] => [
      command(minute - 0.6, writer, 'update.draft', (names) => ({
        ...word(names, as),
        audience: 'external' as Audience,
        text,
        components: [...components],
        ...(next === undefined ? {} : { nextAt: names.time(next) }),
      })),
      command(minute - 0.5, writer, 'update.request-approval', (names) => word(names, as)),
      command(minute - 0.3, approver, 'update.approve', (names) => ({ ...word(names, as), revision: 1 })),
      command(minute - 0.2, writer, 'update.publish', (names) => ({ ...word(names, as), revision: 1 })),
    ],
  };
};
