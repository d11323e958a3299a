import type { Me } from '@sitrep/shared/protocol/http';
import { CAI, CAST, REN, ROZ, factsAbout, testId, type Player } from '@sitrep/shared/testing/cast';
import { describe, expect, it } from 'vitest';
import { manualScheduler } from './testing/manual-scheduler.ts';
import { modelBrowser, openModelTab, type ModelTab } from './testing/model-client.ts';
import { declarationOf, ModelServer } from './testing/model-server.ts';

const INCIDENT = testId(1);
const meOf = ({ id, handle, role }: Player): Me => ({ id, handle, role, name: handle });

const setUp = async () => {
  const scheduler = manualScheduler(7);
  const server = new ModelServer(factsAbout(CAST));
  server.execute(CAI.actor, 'incident.declare', declarationOf(INCIDENT), 'declare');
  server.flush();
  const settle = async (ms = 100): Promise<void> => {
    await scheduler.advance(ms);
    server.flush();
    await scheduler.advance(ms);
  };
  const open = (player: Player, browser = modelBrowser()): ModelTab => {
    const tab = openModelTab(server, scheduler, meOf(player), browser);
    tab.client.room(INCIDENT).retain();
    return tab;
  };
  const browser = modelBrowser();
  const tab = open(REN, browser);
  await settle(3_000);
  const { client } = tab;
  const undoing = async (commandId?: string): Promise<void> => {
    const done = client.undo.undo(commandId);
    await settle();
    await done;
  };
  const severity = async (value: 1 | 2 | 3, more = {}): Promise<void> => {
    const answer = client.sendCommand('incident.change-severity', { incidentId: INCIDENT, severity: value, ...more });
    await settle();
    await answer;
  };
  return { scheduler, server, browser, tab, client, settle, open, undoing, severity };
};

type World = Awaited<ReturnType<typeof setUp>>;

const room = ({ client }: Pick<World, 'client'>) => client.room(INCIDENT).store.getState();
const notice = ({ client }: Pick<World, 'client'>) => client.undo.getState().notice;
const texts = (world: Pick<World, 'client'>) =>
  room(world).entries.flatMap((entry) =>
    entry.origin === 'written' ? [`${entry.text}${entry.retracted === undefined ? '' : ' (retracted)'}`] : [],
  );
const write = ({ client }: Pick<World, 'client'>, text: string) =>
  client.sendCommand('timeline.add-entry', { incidentId: INCIDENT, text });

describe('taking back what was done', () => {
  it('[KEY-30] offers what was accepted, and takes it back by a command of its own', async () => {
    const world = await setUp();
    await world.severity(1);
    expect(notice(world)).toMatchObject({ what: 'offered', about: { type: 'incident.change-severity' } });
    await world.undoing();
    expect(room(world).incident?.severity).toBe(2);
    expect(notice(world)).toMatchObject({ what: 'undone' });
    expect(world.client.undo.getState().stack).toEqual([]);
    const [last] = world.server.events.slice(-1);
    expect(last).toMatchObject({ type: 'incident.severity-changed', data: { undoOf: expect.any(String) } });
  });

  it('[KEY-31] takes back one after the other, the newest first, and is done then', async () => {
    const world = await setUp();
    await world.severity(1);
    await world.severity(3, { reason: 'less than thought' });
    await world.undoing();
    expect(room(world).incident?.severity).toBe(1);
    await world.undoing();
    expect(room(world).incident?.severity).toBe(2);
    const before = world.server.events.length;
    await world.undoing();
    expect(world.server.events).toHaveLength(before);
  });

  it('[KEY-32] says who changed it since, takes nothing back, and lets go of it', async () => {
    const world = await setUp();
    await world.severity(1);
    const other = world.open(ROZ);
    await world.settle(1_000);
    const change = other.client.sendCommand('incident.change-severity', {
      incidentId: INCIDENT,
      severity: 3,
      reason: 'no',
    });
    await world.settle();
    await change;
    await world.undoing();
    expect(room(world).incident?.severity).toBe(3);
    expect(notice(world)).toMatchObject({
      what: 'refused',
      problem: { code: 'conflict', current: { field: 'severity', from: 1, to: 3, by: ROZ.actor.ref } },
    });
    expect(world.client.undo.getState().stack).toEqual([]);
  });

  const writeAndKeep = ({ client }: Pick<World, 'client'>) => {
    const entryId = testId(0x51);
    const note = { incidentId: INCIDENT, entryId, text: 'todo: alert on lag' };
    const kept = { incidentId: INCIDENT, entryId, text: 'alert on lag' };
    void client.sendCommand('timeline.add-entry', note, { commandId: 'note' });
    void client.sendCommand('follow-up.keep', kept, { partOf: 'note' });
  };
  const kept = (world: Pick<World, 'client'>) =>
    room(world).parts.tasks.followUps.filter(({ dropped }) => dropped === undefined);

  it.each([
    ['the newest', undefined],
    ['the note', 'note'],
  ])('[UNDO-15] what was given together is taken back together, asked of %s', async (_which, asked) => {
    const world = await setUp();
    await world.severity(1);
    writeAndKeep(world);
    await world.settle();
    expect(kept(world)).toHaveLength(1);
    await world.undoing(asked);
    await world.settle();
    expect(texts(world)).toEqual(['todo: alert on lag (retracted)']);
    expect(kept(world)).toEqual([]);
    expect(room(world).incident?.severity).toBe(1);
    expect(world.client.undo.getState().stack).toHaveLength(1);
  });

  it('[UNDO-15] also while it waits in the outbox', async () => {
    const world = await setUp();
    world.tab.network.cut = true;
    await world.scheduler.advance(20_000);
    writeAndKeep(world);
    await world.scheduler.advance(1_000);
    expect(kept(world)).toHaveLength(1);
    await world.undoing();
    expect(texts(world)).toEqual([]);
    expect(kept(world)).toEqual([]);
  });

  it('[KEY-33] what waits in the outbox is taken out of it, and never sent', async () => {
    const world = await setUp();
    world.tab.network.cut = true;
    await world.scheduler.advance(20_000);
    void write(world, 'one');
    void write(world, 'two');
    await world.scheduler.advance(1_000);
    expect(notice(world)).toMatchObject({ what: 'offered', about: { command: { text: 'two' } } });
    await world.undoing();
    expect(texts(world)).toEqual(['one']);
    expect(world.browser.storage.items.size).toBe(1);
    world.tab.network.cut = false;
    world.tab.wake();
    await world.settle(5_000);
    expect(texts(world)).toEqual(['one']);
    expect(world.server.events.map(({ type }) => type)).toEqual(['incident.declared', 'timeline.entry-added']);
  });

  it('[KEY-33] what was on its way and arrives all the same is taken back then', async () => {
    const world = await setUp();
    void write(world, 'one');
    await world.scheduler.advance(1);
    await world.undoing();
    expect(texts(world)).not.toContain('one');
    await world.settle(1_000);
    expect(texts(world).filter((text) => !text.endsWith('(retracted)'))).toEqual([]);
  });

  it('[KEY-34] an edit is taken back to the text before it', async () => {
    const world = await setUp();
    const answer = write(world, 'one');
    await world.settle();
    await answer;
    const entry = room(world).entries.at(-1);
    const edit = world.client.sendCommand('timeline.edit-entry', {
      incidentId: INCIDENT,
      entryId: entry?.id ?? (INCIDENT as never),
      baseRevision: 1,
      text: 'mended',
    });
    await world.settle();
    await edit;
    expect(texts(world)).toEqual(['mended']);
    await world.undoing();
    expect(texts(world)).toEqual(['one']);
    await world.undoing();
    expect(texts(world)).toEqual(['one (retracted)']);
  });

  it('[KEY-31] [KEY-34] several edits are taken back in one go, each after the one before it', async () => {
    const world = await setUp();
    const answer = write(world, 'one');
    await world.settle();
    await answer;
    const entryId = room(world).entries.at(-1)?.id ?? INCIDENT;
    for (const [index, text] of ['two', 'three', 'four'].entries()) {
      const fields = { incidentId: INCIDENT, entryId, baseRevision: index + 1, text };
      const edit = world.client.sendCommand('timeline.edit-entry', fields);
      await world.settle();
      await edit;
    }
    const hasty = Promise.all([1, 2, 3].map(() => world.client.undo.undo()));
    await world.settle(3_000);
    await hasty;
    expect(texts(world)).toEqual(['one']);
    expect(notice(world)).toMatchObject({ what: 'undone' });
  });

  it('[KEY-33] the newest of several that wait is taken out, and nothing from under one that builds on it', async () => {
    const world = await setUp();
    world.tab.network.cut = true;
    await world.scheduler.advance(20_000);
    void write(world, 'one');
    await world.scheduler.advance(1_000);
    const entryId = room(world).entries.at(-1)?.id ?? INCIDENT;
    void world.client.sendCommand('timeline.pin-entry', { incidentId: INCIDENT, entryId });
    await world.scheduler.advance(1_000);
    const [added] = world.client.undo.getState().stack;
    const undone = world.client.undo.undo(added?.commandId);
    await world.scheduler.advance(1_000);
    expect(texts(world)).toEqual(['one']);
    await world.client.undo.undo();
    expect(room(world).entries.at(-1)).toMatchObject({ pinned: false });
    world.tab.network.cut = false;
    world.tab.wake();
    await world.settle(5_000);
    await undone;
    await world.settle(1_000);
    expect(texts(world)).toEqual(['one (retracted)']);
    expect(world.client.unsent.getState()).toEqual({ count: 0, refused: [] });
  });

  it.each([
    ['came', false],
    ['waits', true],
  ])('[WRITE-71] an import that %s is taken back as one, however many commands it took', async (_how, offline) => {
    const world = await setUp();
    world.tab.network.cut = offline;
    if (offline) await world.scheduler.advance(20_000);
    const importId = testId(0x53);
    for (const part of [1, 2, 3]) {
      const entries = [{ entryId: testId(0x60 + part), text: `line ${part}` }];
      void world.client.sendCommand('timeline.import-entries', { incidentId: INCIDENT, importId, entries });
      await world.settle(1_000);
    }
    expect(texts(world)).toEqual(['line 1', 'line 2', 'line 3']);
    await world.undoing();
    world.tab.network.cut = false;
    world.tab.wake();
    await world.settle(5_000);
    expect(texts(world).filter((text) => !text.endsWith('(retracted)'))).toEqual([]);
    expect(world.client.undo.getState().stack).toEqual([]);
    expect(world.server.events.filter(({ type }) => type === 'timeline.entry-added')).toHaveLength(offline ? 0 : 3);
  });

  it('[KEY-35] an undo that the server did not answer can be tried again', async () => {
    const world = await setUp();
    await world.severity(1);
    world.tab.network.cut = true;
    await world.undoing();
    expect(notice(world)).toMatchObject({ what: 'failed' });
    world.tab.network.cut = false;
    await world.settle(5_000);
    await world.undoing();
    expect(room(world).incident?.severity).toBe(2);
  });

  it('[KEY-36] a command that was refused, or changed nothing, offers nothing', async () => {
    const world = await setUp();
    await world.severity(2);
    const refused = world.client
      .sendCommand('incident.change-status', { incidentId: INCIDENT, status: 'mitigating' })
      .catch(() => 'refused');
    await world.settle();
    expect(await refused).toBe('refused');
    expect(world.client.undo.getState()).toEqual({ stack: [] });
  });

  it('[KEY-37] whoever signs in next finds nothing of it', async () => {
    const world = await setUp();
    await world.severity(1);
    const out = world.client.session.signOut();
    await world.settle();
    await out;
    expect(world.client.undo.getState()).toEqual({ stack: [] });
  });
});
