import type { UserId } from '@sitrep/shared/kernel/ids';
import type { Connection } from './connection.ts';
import type { Live, PeopleView, SessionState, SettingsView } from './live-client.ts';
import type { Outbox } from './outbox.ts';
import type { Session } from './session.ts';
import type { TopicHub } from './topic-hub.ts';

export type LifecycleParts = {
  readonly session: Session;
  readonly connection: Connection;
  readonly hub: TopicHub;
  readonly outbox: Outbox;
  /** Always kept: decisions ahead of the server take facts from it. */
  readonly people: Live<PeopleView>;
  readonly settings: Live<SettingsView>;
  readonly letGoOfShown: () => void;
  readonly watchWake: (wake: () => void) => () => void;
};

/** Connects for as long as somebody is signed in, and forgets everything of theirs afterwards, except the outbox. */
export const startLiveClient = (parts: LifecycleParts): (() => void) => {
  const { session, connection, hub, outbox, people, settings } = parts;
  let signedInAs: UserId | undefined;
  let releaseFacts = () => {};

  const begin = (userId: UserId) => {
    signedInAs = userId;
    hub.start();
    outbox.start(userId);
    connection.unauthenticated(false);
    connection.start();
    const releases = [people.retain(), settings.retain()];
    releaseFacts = () => releases.forEach((release) => release());
  };

  const end = () => {
    signedInAs = undefined;
    releaseFacts();
    connection.stop();
    outbox.stop();
  };

  const follow = (state: SessionState) => {
    const userId = state.status === 'signed-in' ? state.me.id : undefined;
    if (userId !== signedInAs) {
      if (signedInAs !== undefined) {
        hub.stop();
        end();
      }
      if (userId !== undefined) begin(userId);
    }
    if (state.status !== 'signed-out') return;
    hub.stop();
    connection.unauthenticated(true);
  };

  const followOwnRow = ({ people: all }: PeopleView) => {
    const state = session.getState();
    const row = state.status === 'signed-in' ? all.get(state.me.id) : undefined;
    if (row !== undefined) session.changed({ id: row.id, name: row.name, handle: row.handle, role: row.role });
  };

  const wake = () => {
    connection.probe();
    outbox.wake();
    if (session.getState().status === 'unreachable') void session.reload();
  };

  hub.start();
  follow(session.getState());
  const stops = [
    session.subscribe(follow),
    people.store.subscribe(followOwnRow),
    outbox.subscribe(parts.letGoOfShown),
    connection.subscribe(({ status }, before) => {
      if (status === 'live' && before.status !== 'live') outbox.wake();
    }),
    parts.watchWake(wake),
  ];
  void session.reload();

  return () => {
    for (const stop of stops) stop();
    session.stop();
    if (signedInAs !== undefined) end();
    hub.stop();
  };
};
