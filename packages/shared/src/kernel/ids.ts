import * as z from 'zod/mini';

// What is no UUID need not be told about its case, too.
const id = () => z.uuid({ abort: true }).check(z.lowercase());

export const UserId = id().brand<'UserId'>();
export type UserId = z.output<typeof UserId>;

export const TeamId = id().brand<'TeamId'>();
export type TeamId = z.output<typeof TeamId>;

export const InviteId = id().brand<'InviteId'>();
export type InviteId = z.output<typeof InviteId>;

export const IncidentId = id().brand<'IncidentId'>();
export type IncidentId = z.output<typeof IncidentId>;

export const EntryId = id().brand<'EntryId'>();
export type EntryId = z.output<typeof EntryId>;

export const FileId = id().brand<'FileId'>();
export type FileId = z.output<typeof FileId>;

/** One pasted text that became several entries. */
export const ImportId = id().brand<'ImportId'>();
export type ImportId = z.output<typeof ImportId>;

export const IntegrationId = id().brand<'IntegrationId'>();
export type IntegrationId = z.output<typeof IntegrationId>;

/** One per (integration, fingerprint), for all its occurrences. */
export const AlertId = id().brand<'AlertId'>();
export type AlertId = z.output<typeof AlertId>;

export const HypothesisId = id().brand<'HypothesisId'>();
export type HypothesisId = z.output<typeof HypothesisId>;

export const MitigationId = id().brand<'MitigationId'>();
export type MitigationId = z.output<typeof MitigationId>;

export const ObjectionId = id().brand<'ObjectionId'>();
export type ObjectionId = z.output<typeof ObjectionId>;

export const TaskId = id().brand<'TaskId'>();
export type TaskId = z.output<typeof TaskId>;

export const FollowUpId = id().brand<'FollowUpId'>();
export type FollowUpId = z.output<typeof FollowUpId>;

export const NeedId = id().brand<'NeedId'>();
export type NeedId = z.output<typeof NeedId>;

export const CriterionId = id().brand<'CriterionId'>();
export type CriterionId = z.output<typeof CriterionId>;

export const LinkId = id().brand<'LinkId'>();
export type LinkId = z.output<typeof LinkId>;

export const UpdateId = id().brand<'UpdateId'>();
export type UpdateId = z.output<typeof UpdateId>;
