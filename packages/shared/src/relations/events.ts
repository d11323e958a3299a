import * as z from 'zod/mini';
import { IncidentKey } from '../incidents/values.ts';
import type { EventOf } from '../kernel/event-schemas.ts';
import { IncidentId } from '../kernel/ids.ts';
import { undoOf } from '../kernel/undo.ts';
import { RelationKind } from './values.ts';

export const RelationEvents = {
  /** `duplicate`, `merged`: the other one was closed as such of this one. */
  'relation.added': z.object({ kind: RelationKind, otherId: IncidentId, key: IncidentKey, undoOf }),
  'relation.removed': z.object({ kind: RelationKind, otherId: IncidentId, key: IncidentKey, undoOf }),
} as const;

export type RelationEvent = EventOf<typeof RelationEvents>;
