import * as z from 'zod/mini';
import type { AccountRole } from '../kernel/actor.ts';
import type { ErrorCode, RefusalDetails } from '../kernel/errors.ts';
import type { Recorded } from '../kernel/event.ts';
import type { FileId, IncidentId, UserId } from '../kernel/ids.ts';
import type { IncidentState, ClosedIncident } from '../incidents/state.ts';
import { Handle, PersonName } from '../people/commands.ts';
import type { RoomParts } from '../rooms/room.ts';
import type { WhatChanged } from '../rooms/what-changed.ts';
import type { ImageType } from '../timeline/attachment.ts';
import type { TimelineEntry } from '../timeline/state.ts';
import type { SitrepEvent } from './catalogue.ts';
import type { AnyRow } from './topics.ts';

/** RFC 9457, media type application/problem+json. */
export type Problem = RefusalDetails & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
};

export type CommandAnswer = {
  readonly events: readonly Recorded<SitrepEvent>[];
  /** Of the last event; of the newest event in the log where nothing happened. */
  readonly position: number;
  /** `repeated`: this command was accepted before, and this is what it did then. */
  readonly outcome: 'accepted' | 'repeated' | 'unchanged';
  /** Made for the command and shown this once: of an invite or an integration. */
  readonly token?: string;
};

export type ListSnapshot = {
  readonly topic: string;
  readonly position: number;
  readonly rows: readonly AnyRow[];
};

/** Header and the newest entries; older ones by `GET /incidents/<id>/timeline?before=<version>`. */
export type RoomSnapshot = {
  readonly topic: string;
  readonly position: number;
  readonly incident: IncidentState;
  /** Roles on offer, hypotheses, mitigations, tasks, updates and so on. */
  readonly parts: RoomParts;
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
};

export const ROOM_WINDOW = 200;

/** Body of one command, as JSON. */
export const MAX_COMMAND_BYTES = 256 * 1024;

export type TimelinePage = {
  readonly items: readonly TimelineEntry[];
  /** `before` of the next older page. */
  readonly next?: string;
  readonly position: number;
};

/** `GET /incidents/<id>/changes?since=<version>`. */
export type ChangesAnswer = WhatChanged & { readonly position: number };

export type HistoryRow = Pick<
  ClosedIncident,
  'id' | 'key' | 'title' | 'severity' | 'services' | 'declaredAt' | 'closedAt' | 'closure'
> & {
  readonly resolvedAt?: number;
  readonly startedAt?: number;
  /** Where the search found something, `⟦` and `⟧` around what matched. */
  readonly excerpt?: string;
};

export type HistoryPage = { readonly items: readonly HistoryRow[]; readonly next?: string; readonly position: number };

export type Me = {
  readonly id: UserId;
  readonly name: string;
  readonly handle: string;
  readonly role: AccountRole;
};

/** `POST /api/v1/session`: a one-time token of a sign-in link. */
export const SignIn = z.object({ token: z.string().check(z.minLength(20), z.maxLength(200)) });
export type SignIn = z.output<typeof SignIn>;

/** `POST /api/v1/join`: accepts an invite and signs in. Name and handle may be mended on the way. */
export const Join = z.object({
  token: z.string().check(z.minLength(20), z.maxLength(200)),
  name: PersonName,
  handle: Handle,
});
export type Join = z.output<typeof Join>;

/** `POST /api/v1/join/preview`: what an invite carries. */
export const JoinPreview = z.object({ token: z.string().check(z.minLength(20), z.maxLength(200)) });
export type InvitePreview = { readonly name: string; readonly handle: string; readonly role: AccountRole };

/** `GET /api/v1/session`. */
export type SessionAnswer = ({ readonly signedIn: true; readonly me: Me } | { readonly signedIn: false }) & {
  readonly protocol: number;
  readonly serverTime: number;
  /** Set where everything on this server is practice: what it is called. */
  readonly drill?: string;
};

export type IngestAnswer = {
  /** Alerts that began, changed or ended. */
  readonly stored: number;
  /** Known already: counted, nothing else. */
  readonly repeated: number;
  /** Kept raw and listed. */
  readonly unreadable: number;
  /** What was stored, but not understood in every field: what was taken instead, 20 at most. */
  readonly warnings?: readonly string[];
};

export type UnreadableAlert = {
  readonly id: string;
  readonly integrationId: string;
  readonly receivedAt: number;
  readonly fault: string;
  readonly raw: string;
};

/** `GET /incidents/<id>`. */
export type IncidentAnswer = {
  readonly incident: IncidentState;
  readonly parts: RoomParts;
  readonly position: number;
  readonly id: IncidentId;
};

/** `PUT /api/v1/incidents/<id>/files/<fileId>`. */
export type FileAnswer = {
  readonly fileId: FileId;
  /** What it is served as, by its first bytes; what is no raster image is only ever downloaded. */
  readonly type: ImageType | 'application/octet-stream';
  readonly bytes: number;
};
