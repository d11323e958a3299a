import * as z from 'zod/mini';

export const UserId = z.uuid().check(z.lowercase()).brand<'UserId'>();
export type UserId = z.output<typeof UserId>;

export const TeamId = z.uuid().check(z.lowercase()).brand<'TeamId'>();
export type TeamId = z.output<typeof TeamId>;

export const InviteId = z.uuid().check(z.lowercase()).brand<'InviteId'>();
export type InviteId = z.output<typeof InviteId>;

export const IncidentId = z.uuid().check(z.lowercase()).brand<'IncidentId'>();
export type IncidentId = z.output<typeof IncidentId>;

export const EntryId = z.uuid().check(z.lowercase()).brand<'EntryId'>();
export type EntryId = z.output<typeof EntryId>;

export const IntegrationId = z.uuid().check(z.lowercase()).brand<'IntegrationId'>();
export type IntegrationId = z.output<typeof IntegrationId>;

/** One per (integration, fingerprint), for all its occurrences. */
export const AlertId = z.uuid().check(z.lowercase()).brand<'AlertId'>();
export type AlertId = z.output<typeof AlertId>;
