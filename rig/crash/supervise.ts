import { setTimeout as pause } from 'node:timers/promises';
import { AckFile } from './ack-file.ts';
import { findViolations } from './find-violations.ts';
import { seededRandom } from './seeded-random.ts';
import type { Command, RunningTarget, Target } from './target.ts';

export type Disaster = {
  readonly name: string;
  /** Ends the run the hard way; the target is gone afterwards. */
  strike(running: RunningTarget): Promise<void>;
  /** Makes the data reachable again. */
  recover(): Promise<void>;
};

export type Plan = {
  readonly target: Target;
  readonly disaster: Disaster;
  readonly rounds: number;
  readonly writers: number;
  readonly seed: number;
  /** Where the supervisor keeps its own record, on another disk than the target's where that matters. */
  readonly ackFile: string;
  /** Lets every third round end at a crash point of the storage worker instead. */
  readonly crashPoints: boolean;
};

export type Summary = {
  readonly target: string;
  readonly disaster: string;
  readonly seed: number;
  readonly rounds: number;
  readonly acknowledged: number;
  readonly resent: number;
  readonly events: number;
  readonly violations: readonly string[];
};

const CRASH_POINTS = ['before_commit', 'after_commit_before_ack'];
const SHOWN_VIOLATIONS = 20;

/** Lets many writers write, strikes, restarts, resends what had no answer, and compares; so many times. */
export async function supervise(plan: Plan): Promise<Summary> {
  const { target, disaster, rounds } = plan;
  const random = seededRandom(plan.seed);
  const acks = new AckFile(plan.ackFile);
  const sent = new Set<string>();
  const violations: string[] = [];
  let unanswered: Command[] = [];
  let resent = 0;
  let events = 0;

  const check = async (running: RunningTarget): Promise<void> => {
    const log = await running.readLog();
    events = log.length;
    violations.push(...findViolations(acks.readAll(), log, sent, target.eventsPerCommand));
    const problem = await running.verify();
    if (problem !== undefined) violations.push(problem);
  };

  for (let round = 1; round <= rounds && violations.length === 0; round += 1) {
    const crashAt =
      plan.crashPoints && round % 3 === 0 ? `${CRASH_POINTS[(round / 3) % 2]}:${random(1, 60)}` : undefined;
    const running = await target.start(crashAt);
    await check(running);
    resent += unanswered.length;
    const writing = keepWriting(running, plan.writers, `${plan.seed}-${round}`, unanswered, sent, acks);
    const lifetimeMs = random(5, 500);
    if (crashAt === undefined) await pause(lifetimeMs);
    else await Promise.race([running.gone, pause(10_000)]);
    await disaster.strike(running);
    unanswered = await writing;
    await disaster.recover();
  }

  const last = await target.start();
  resent += unanswered.length;
  for (const command of unanswered) await acks.record({ id: command.id, positions: await last.write(command) });
  await check(last);
  await last.stop();
  acks.close();
  return {
    target: target.name,
    disaster: disaster.name,
    seed: plan.seed,
    rounds,
    acknowledged: acks.readAll().length,
    resent,
    events,
    violations: violations.slice(0, SHOWN_VIOLATIONS),
  };
}

/** @returns the commands that got no answer before the target was gone */
async function keepWriting(
  running: RunningTarget,
  writers: number,
  round: string,
  resend: readonly Command[],
  sent: Set<string>,
  acks: AckFile,
): Promise<Command[]> {
  const unanswered: Command[] = [];
  const write = async (command: Command): Promise<boolean> => {
    sent.add(command.id);
    try {
      const positions = await running.write(command);
      await acks.record({ id: command.id, positions });
      return true;
    } catch {
      unanswered.push(command);
      return false;
    }
  };
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      let alive = true;
      for (const command of resend) {
        if (command.writer === writer) alive = (await write(command)) && alive;
      }
      for (let n = 1; alive; n += 1) alive = await write({ id: `${round}-${writer}-${n}`, writer });
    }),
  );
  return unanswered;
}
