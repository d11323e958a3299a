import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import type { BoardRow } from '@sitrep/shared/board/board-row';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { PersonRow, TeamRow } from '@sitrep/shared/people/person-row';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { PresentPerson } from '@sitrep/shared/protocol/presence';
import type { CommandAnswer, Me } from '@sitrep/shared/protocol/http';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { SettingsState } from '@sitrep/shared/settings/state';
import type { SettingsFacts } from '@sitrep/shared/settings/values';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { StoreApi } from 'zustand/vanilla';
import type { CommandDraft } from './command-draft.ts';
import type { UndoState } from './undo-state.ts';
import type { ProblemInfo } from './command-problem.ts';
import type { PresenceReporter } from './presence-words.ts';

export type ReadStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>;

export type SessionState = (
  | { readonly status: 'loading' }
  /** The server did not answer; asked again until it does. */
  | { readonly status: 'unreachable' }
  | { readonly status: 'signed-in'; readonly me: Me }
  | { readonly status: 'signed-out'; readonly reason?: 'signed-out' | 'deactivated' | 'expired' }
) & {
  /** What the drill is called, where everything on this server is practice. */
  readonly drill?: string;
};

export type ConnectionState = {
  /** `reconnecting`: more than 5 s without a sign of life, or the socket is lost. `offline`: more than 15 s. */
  readonly status: 'connecting' | 'live' | 'reconnecting' | 'offline';
  /** Server time (UTC ms) up to which what is shown was true; nothing before the first heartbeat. */
  readonly dataAsOf?: number;
  /** Changes that came in together after the last interruption; 0 again after a while. */
  readonly caughtUp: number;
  /** Server time (UTC ms) at which it was found to know less than before: it was restored from a backup. */
  readonly wentBackAt?: number;
  /** Confirmed commands make sense: otherwise they are disabled with the reason. */
  readonly canConfirm: boolean;
  readonly unauthenticated: boolean;
  /** Page and server speak different protocols: reload the page, the outbox is kept. */
  readonly outdated: boolean;
};

export type BoardView = { readonly status: 'loading' | 'ready'; readonly rows: readonly BoardRow[] };
/** Firing first, newest first. */
export type AlertsView = { readonly status: 'loading' | 'ready'; readonly rows: readonly AlertRow[] };
export type PeopleView = {
  readonly status: 'loading' | 'ready';
  readonly people: ReadonlyMap<UserId, PersonRow>;
  readonly teams: readonly TeamRow[];
};

/** As delivered until they are loaded. */
export type SettingsView = { readonly status: 'loading' | 'ready' } & SettingsState;

/** How far what somebody wrote here has come; nothing for what the server has accepted. */
export type Delivery = {
  readonly delivery?: 'pending' | 'unsent' | 'refused';
  /** The command that is on its way or was refused: for `retry` and `discard`. */
  readonly commandId?: string;
  readonly problem?: ProblemInfo;
  /** What a refused edit would have written. */
  readonly keptText?: string;
  /** The refused command, for whoever wants to make something else of it. */
  readonly refused?: { readonly type: CommandType; readonly command: unknown };
};
export type RoomEntry = TimelineEntry & Delivery;

export type RoomView = {
  /** `missing`: there is none, or it may not be seen. `failed`: it could not be loaded; tried again. */
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  readonly incident: Incident | undefined;
  /** Everything else in the room, with what was written here and is on its way. A part keeps its identity while it stays the same. */
  readonly parts: RoomParts;
  /** How far what was written here about a task, a hypothesis and so on has come, by its id. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** In the order recorded, what is on its way last. An entry keeps its identity while it stays the same. */
  readonly entries: readonly RoomEntry[];
  readonly hasOlder: boolean;
  readonly loadingOlder: boolean;
  /** Entries that the server has, also those before the window. */
  readonly total: number;
  /** Confirmed commands on their way. */
  readonly pending: ReadonlySet<CommandType>;
};

export type RefusedCommand = {
  readonly commandId: string;
  readonly type: CommandType;
  readonly incidentId: IncidentId | undefined;
  readonly entryId: string | undefined;
  readonly text: string | undefined;
  readonly problem: ProblemInfo;
  /** Server time, UTC ms. */
  readonly writtenAt: number;
};

/** What was written here and has not been accepted yet; kept through reloads and crashes. */
export type UnsentView = { readonly count: number; readonly refused: readonly RefusedCommand[] };

export type SendOptions = {
  /** The id of the first try, when this is another try of the same thing. */
  readonly commandId?: string;
  /** The command that it was given together with: either is taken back with the other. */
  readonly partOf?: string;
  readonly signal?: AbortSignal;
};

export type SendCommand = <T extends CommandType>(
  type: T,
  draft: CommandDraft<T>,
  options?: SendOptions,
) => Promise<CommandAnswer>;

/** One topic as the screens see it; loaded and kept up to date while somebody retains it. */
export type Live<View> = {
  readonly store: ReadStore<View>;
  readonly retain: () => () => void;
};

export type LiveRoom = Live<RoomView> & {
  /** `limit`: of the page, for whoever is going to need all of them. */
  readonly loadOlder: (limit?: number) => Promise<void>;
};

/** Who is in a room; one is there oneself while it is retained. */
export type LivePresence = Live<readonly PresentPerson[]> & { readonly reporter: () => PresenceReporter };

export type LiveClient = {
  readonly session: ReadStore<SessionState> & {
    /** After signing in or joining by HTTP. */
    readonly reload: () => Promise<void>;
    readonly signOut: () => Promise<void>;
  };
  readonly connection: ReadStore<ConnectionState>;
  readonly board: Live<BoardView>;
  readonly alerts: Live<AlertsView>;
  readonly people: Live<PeopleView>;
  readonly settings: Live<SettingsView>;
  readonly room: (id: IncidentId) => LiveRoom;
  readonly presence: (id: IncidentId) => LivePresence;
  readonly unsent: ReadStore<UnsentView> & {
    readonly retry: (commandId: string) => void;
    readonly discard: (commandId: string) => void;
  };
  readonly sendCommand: SendCommand;
  /** What was done in this page, and can be taken back. */
  readonly undo: ReadStore<UndoState> & { readonly undo: (commandId?: string) => Promise<void> };
  /** What a decision ahead of the server may know of other things. */
  readonly facts: SettingsFacts;
  /** UTC ms by the server's clock. */
  readonly serverNow: () => number;
  /** Begins: asks for the session, connects once signed in. Returns how to stop. */
  readonly start: () => () => void;
};
