import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemActor, userActor, type Actor } from '@sitrep/shared/kernel/actor';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import type { RelationKind } from '@sitrep/shared/relations/values';
import type { Room } from '@sitrep/shared/rooms/room';
import { createMemoryStorage } from '../adapters/storage/memory/memory-storage.ts';
import { ManualClock } from '../adapters/manual-clock.ts';
import { createIdGenerator } from '../adapters/uuid-v7.ts';
import { createCore } from '../core.ts';
import { loadStream } from '../projections/pipeline.ts';
import { Reactions } from './reactions.ts';

const ADA = userActor(randomUUID() as UserId, 'administrator');
type Storage = ReturnType<typeof createMemoryStorage>;

const world = async (storage: Storage = createMemoryStorage()) => {
  const clock = new ManualClock(Date.UTC(2026, 2, 1, 12));
  const ids = createIdGenerator(clock);
  const core = createCore({ ...storage, clock, ids, secret: 'test' });
  const unexpected: string[] = [];
  const note = (_fields: object, message: string) => void unexpected.push(message);
  const reactions = new Reactions(core, { info: () => {}, warn: note, error: note });
  await core.pipeline.start();
  await reactions.start();
  const execute = <T extends CommandType>(type: T, input: CommandInput<T>, actor: Actor = ADA) =>
    core.bus.execute({ type, input, actor, commandId: ids.id() });
  const does = async <T extends CommandType>(type: T, input: CommandInput<T>) => {
    await execute(type, input);
    await reactions.handled();
  };
  return {
    ...core,
    storage,
    reactions,
    execute,
    does,
    declares: async (more: object = {}): Promise<IncidentId> => {
      const incidentId = randomUUID() as IncidentId;
      await execute('incident.declare', { incidentId, title: 'An outage', ...more });
      return incidentId;
    },
    kindsIn: async (id: IncidentId, other: IncidentId): Promise<readonly RelationKind[]> => {
      const room = (await loadStream(core.log, `incident/${id}`)).state as Room;
      return room.relations.items.filter(({ otherId }) => otherId === other).map(({ kind }) => kind);
    },
    stop: async () => {
      await reactions.stop();
      await core.pipeline.stop();
      expect(unexpected).toEqual([]);
    },
  };
};

describe('the other incident', () => {
  test.each([
    ['related', 'related'],
    ['parent', 'child'],
    ['child', 'parent'],
  ] as const)('[REL-12] whose %s it is says so as %s, and takes it away together', async (kind, inverse) => {
    const it = await world();
    const [a, b] = [await it.declares(), await it.declares()];
    await it.does('relation.add', { incidentId: a, kind, otherId: b });
    expect(await it.kindsIn(b, a)).toEqual([inverse]);
    await it.does('relation.remove', { incidentId: b, kind: inverse, otherId: a });
    expect(await it.kindsIn(a, b)).toEqual([]);
    await it.stop();
  });

  test.each(['duplicate', 'merged'] as const)('[REL-13] learns of closing as %s, and of reopening', async (as) => {
    const it = await world();
    const [a, b] = [await it.declares(), await it.declares()];
    await it.does('incident.close', { incidentId: a, as, otherId: b });
    expect(await it.kindsIn(b, a)).toEqual([as]);
    expect(await it.kindsIn(a, b)).toEqual([]);
    await it.does('incident.reopen', { incidentId: a, reason: 'no' });
    expect(await it.kindsIn(b, a)).toEqual([]);
    await it.does('incident.close', { incidentId: a, as: 'false-alarm', reason: 'none' });
    await it.does('incident.reopen', { incidentId: a, reason: 'again' });
    expect(await it.kindsIn(b, a)).toEqual([]);
    await it.stop();
  });

  test('[REL-11] that is public learns nothing of a private one', async () => {
    const it = await world();
    const [a, b] = [await it.declares({ private: true }), await it.declares()];
    await it.does('relation.add', { incidentId: a, kind: 'related', otherId: b });
    await it.does('incident.close', { incidentId: a, as: 'merged', otherId: b });
    expect(await it.kindsIn(b, a)).toEqual([]);
    expect(await it.kindsIn(a, b)).toEqual(['related']);
    await it.stop();
  });

  test('[REL-10] says so also where it is closed', async () => {
    const it = await world();
    const [a, b] = [await it.declares(), await it.declares()];
    await it.does('incident.close', { incidentId: b, as: 'false-alarm', reason: 'none' });
    await it.does('relation.add', { incidentId: a, kind: 'related', otherId: b });
    expect(await it.kindsIn(b, a)).toEqual(['related']);
    await it.stop();
  });

  test('[REL-15] that belongs to a third one by then has the last word', async () => {
    const it = await world();
    const [a, b, c] = [await it.declares(), await it.declares(), await it.declares()];
    // Both decided before either was mirrored.
    await Promise.all([
      it.execute('relation.add', { incidentId: a, kind: 'child', otherId: c }),
      it.execute('relation.add', { incidentId: b, kind: 'child', otherId: c }),
    ]);
    await it.reactions.handled();
    const parents = [...(await it.kindsIn(c, a)), ...(await it.kindsIn(c, b))];
    expect(parents).toEqual(['parent']);
    expect([...(await it.kindsIn(a, c)), ...(await it.kindsIn(b, c))]).toEqual(['child']);
    await it.stop();
  });
});

test('[REL-14] both agree in the end, whatever was said in whatever order, with restarts and events looked at again', async () => {
  const step = fc.record({
    from: fc.nat({ max: 2 }),
    to: fc.nat({ max: 2 }),
    kind: fc.constantFrom('related' as const, 'parent' as const, 'child' as const),
    does: fc.constantFrom('relation.add' as const, 'relation.remove' as const),
    /** Before what came of the one before it. */
    together: fc.boolean(),
  });
  const INVERSE = { related: 'related', parent: 'child', child: 'parent' } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.nat({ max: 14 }), async (steps, restartAt) => {
      let it = await world();
      const all = [await it.declares(), await it.declares(), await it.declares()];
      for (const [index, { from, to, kind, does, together }] of steps.entries()) {
        if (!together) await it.reactions.handled();
        if (index === restartAt) {
          await it.stop();
          // The checkpoint is lost: everything comes again.
          it = await world({ ...it.storage, docs: createMemoryStorage().docs });
        }
        const [incidentId, otherId] = [all[from] as IncidentId, all[to] as IncidentId];
        await it.execute(does, { incidentId, otherId, kind }).catch(() => {});
      }
      await it.reactions.handled();
      for (const one of all) {
        for (const other of all) {
          const said = (await it.kindsIn(one, other)).map((kind) => INVERSE[kind as 'related']);
          expect(await it.kindsIn(other, one)).toEqual(said);
        }
      }
      await it.stop();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('[REL-14] mirroring is told as done by Sitrep', async () => {
  const it = await world();
  const [a, b] = [await it.declares(), await it.declares()];
  await it.does('relation.add', { incidentId: a, kind: 'related', otherId: b });
  const events = await it.log.readStream(`incident/${b}`);
  const mirrored = events.filter(({ type }) => type === 'relation.added');
  expect(mirrored.map(({ actor }) => actor)).toEqual([systemActor('relations').ref]);
  await it.stop();
});
