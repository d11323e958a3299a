import * as z from 'zod/mini';
import { defineCommand, incidentStream } from '../kernel/command.ts';
import { IncidentId } from '../kernel/ids.ts';
import { undoOf } from '../kernel/undo.ts';
import * as decide from './decide.ts';
import type { RelationEvent } from './events.ts';
import { ChosenRelation, RelationKind } from './values.ts';

const command = defineCommand<decide.RelationsContext, RelationEvent>();

/** `kind` is what the other incident is to this one. */
const relation = z.object({ incidentId: IncidentId, kind: ChosenRelation, otherId: IncidentId, undoOf });

export const relationCommands = {
  'relation.add': command({
    schema: relation,
    mode: 'confirmed',
    action: 'incident.relate',
    summary: 'Relate another incident to this one: as related, its parent or a part of it.',
    streamOf: incidentStream,
    decide: decide.addRelation,
  }),
  'relation.remove': command({
    schema: relation,
    mode: 'confirmed',
    action: 'incident.relate',
    summary: 'Say that another incident is not related after all.',
    streamOf: incidentStream,
    decide: decide.removeRelation,
  }),
  'relation.mirror': command({
    schema: z.object({
      incidentId: IncidentId,
      otherId: IncidentId,
      kinds: z.array(RelationKind).check(z.maxLength(5)),
    }),
    mode: 'confirmed',
    action: 'relation.mirror',
    summary: 'Make an incident agree with what another one says of both. Sitrep does it by itself.',
    streamOf: incidentStream,
    decide: decide.mirrorRelations,
  }),
} as const;
