import type * as z from 'zod/mini';
import { AccountRole } from '../kernel/actor.ts';
import {
  AlertId,
  CriterionId,
  EntryId,
  FileId,
  FollowUpId,
  HypothesisId,
  ImportId,
  IncidentId,
  IntegrationId,
  InviteId,
  LinkId,
  MitigationId,
  NeedId,
  ObjectionId,
  TaskId,
  TeamId,
  UpdateId,
  UserId,
} from '../kernel/ids.ts';
import { Timestamp } from '../kernel/text.ts';
import { Stance } from '../hypotheses/events.ts';
import {
  DetectionMethod,
  INCIDENT_ROLES,
  IncidentRole,
  Milestone,
  OpenStatus,
  ServiceName,
  Severity,
} from '../incidents/values.ts';
import { Outcome, Risk } from '../mitigations/values.ts';
import { Confidence, WrittenKind } from '../timeline/values.ts';
import { commandDefinition, type CommandType } from './catalogue.ts';
import { inputSchemaOf } from './json-schema.ts';
import { ChosenRelation } from '../relations/values.ts';

/** Things that a field can point at, by what its schema is called in ids.ts. */
const THINGS = new Map<unknown, ThingKind>([
  [IncidentId, 'incident'],
  [UserId, 'person'],
  [TeamId, 'team'],
  [InviteId, 'invite'],
  [EntryId, 'entry'],
  [FileId, 'file'],
  [ImportId, 'import'],
  [AlertId, 'alert'],
  [IntegrationId, 'integration'],
  [HypothesisId, 'hypothesis'],
  [MitigationId, 'mitigation'],
  [ObjectionId, 'objection'],
  [TaskId, 'task'],
  [FollowUpId, 'follow-up'],
  [NeedId, 'need'],
  [CriterionId, 'criterion'],
  [LinkId, 'link'],
  [UpdateId, 'update'],
]);
export type ThingKind =
  | 'incident'
  | 'person'
  | 'team'
  | 'invite'
  | 'entry'
  | 'file'
  | 'import'
  | 'alert'
  | 'integration'
  | 'hypothesis'
  | 'mitigation'
  | 'objection'
  | 'task'
  | 'follow-up'
  | 'need'
  | 'criterion'
  | 'link'
  | 'update';

/** Closed lists with words of their own; others are known by the name of their field. */
const VOCABULARIES = new Map<unknown, Vocabulary>([
  [Severity, 'severity'],
  [OpenStatus, 'status'],
  [IncidentRole, 'role'],
  [Milestone, 'milestone'],
  [DetectionMethod, 'detection'],
  [WrittenKind, 'kind'],
  [Confidence, 'confidence'],
  [Stance, 'stance'],
  [AccountRole, 'accountRole'],
  [Risk, 'risk'],
  [Outcome, 'outcome'],
  [ChosenRelation, 'relation'],
]);
export type Vocabulary =
  | 'severity'
  | 'status'
  | 'role'
  | 'milestone'
  | 'detection'
  | 'kind'
  | 'confidence'
  | 'stance'
  | 'accountRole'
  | 'risk'
  | 'outcome'
  | 'relation';

export type FieldValue =
  | { readonly is: 'thing'; readonly thing: ThingKind }
  | {
      readonly is: 'choice';
      readonly vocabulary: Vocabulary | undefined;
      readonly options: readonly (string | number)[];
    }
  | { readonly is: 'service' | 'time' | 'flag' }
  | { readonly is: 'text'; readonly maxLength: number | undefined }
  /** Lists, objects, counters: nothing that one answer could say. */
  | { readonly is: 'structure' };

export type CommandField = {
  readonly name: string;
  readonly value: FieldValue;
  /** Has to be said; neither has a default nor is made by who sends it. */
  readonly required: boolean;
  /** `null` clears what stands there. */
  readonly nullable: boolean;
};

/** What a command wants to be told, read off its schema: whoever asks people for it lists nothing a second time. */
export const commandFields = (type: CommandType): readonly CommandField[] => {
  const { schema, newIds = [], tokenHash } = commandDefinition(type);
  const made = new Set<string>([...newIds, ...(tokenHash === undefined ? [] : [tokenHash])]);
  return Object.entries(shapeOf(schema)).map(([name, field]) => {
    const { inner, optional, nullable } = unwrapped(field);
    return { name, value: valueOf(inner), required: !optional && !made.has(name), nullable };
  });
};

type Schema = z.core.$ZodType;

const shapeOf = (schema: Schema): Readonly<Record<string, Schema>> => (schema as z.core.$ZodObject)._zod.def.shape;

type Unwrapped = { readonly inner: Schema; readonly optional: boolean; readonly nullable: boolean };

const unwrapped = (schema: Schema, optional = false, nullable = false): Unwrapped => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'default') return unwrapped(def.innerType, true, nullable);
  return def.type === 'nullable' ? unwrapped(def.innerType, optional, true) : { inner: schema, optional, nullable };
};

const valueOf = (schema: Schema): FieldValue => {
  const thing = THINGS.get(schema);
  if (thing !== undefined) return { is: 'thing', thing };
  if (schema === Timestamp) return { is: 'time' };
  if (schema === ServiceName) return { is: 'service' };
  // The settings add to these.
  if (schema === IncidentRole) return { is: 'choice', vocabulary: 'role', options: INCIDENT_ROLES };
  const described = inputSchemaOf(schema as z.ZodMiniType);
  const options = described.enum ?? (described.const === undefined ? undefined : [described.const]);
  if (options !== undefined) {
    return { is: 'choice', vocabulary: VOCABULARIES.get(schema), options: options as readonly (string | number)[] };
  }
  if (described.type === 'boolean') return { is: 'flag' };
  if (described.type === 'string') return { is: 'text', maxLength: described.maxLength };
  return { is: 'structure' };
};
