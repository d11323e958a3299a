import * as z from 'zod/mini';
import { line } from '../kernel/text.ts';

/** Lower number = worse. */
export const SEVERITIES = [1, 2, 3, 4] as const;
export const Severity = z.literal(SEVERITIES);
export type Severity = z.output<typeof Severity>;

/** Unsure means the higher one: what nobody rated starts as "partial, many users". */
export const DEFAULT_SEVERITY: Severity = 2;

/** In the order an incident moves through them; `closed` is reached by closing only. */
export const OPEN_STATUSES = ['detected', 'investigating', 'identified', 'mitigating', 'resolved'] as const;
export const OpenStatus = z.enum(OPEN_STATUSES);
export type OpenStatus = z.output<typeof OpenStatus>;
export type IncidentStatus = OpenStatus | 'closed';
export const INCIDENT_STATUSES = [...OPEN_STATUSES, 'closed'] as const;

export const MILESTONES = ['started', 'detected', 'acknowledged', 'mitigated', 'resolved'] as const;
export const Milestone = z.enum(MILESTONES);
export type Milestone = z.output<typeof Milestone>;

export const DETECTION_METHODS = ['monitoring', 'customer', 'support', 'employee', 'vendor', 'other'] as const;
export const DetectionMethod = z.enum(DETECTION_METHODS);
export type DetectionMethod = z.output<typeof DetectionMethod>;

/** Roles of product.md; one holder at a time. */
export const INCIDENT_ROLES = ['commander', 'deputy', 'technical-lead', 'communications-lead', 'scribe'] as const;
const BuiltInRole = z.enum(INCIDENT_ROLES);
export type BuiltInRole = z.output<typeof BuiltInRole>;

/** A role of the settings, which have its name too. */
export type CustomRoleId = `x-${string}`;
const CustomRoleId = z.string().check(z.regex(/^x-[a-z0-9-]{1,40}$/)) as unknown as z.ZodMiniType<
  CustomRoleId,
  CustomRoleId
>;

export const IncidentRole = z.union([BuiltInRole, CustomRoleId]);
export type IncidentRole = z.output<typeof IncidentRole>;

export const isCustomRole = (role: IncidentRole): role is CustomRoleId => role.startsWith('x-');

export const IncidentKey = z.string().check(z.regex(/^INC-\d{4}-\d{4,}$/));
export type IncidentKey = z.output<typeof IncidentKey>;

/** Alerts that one command may name. */
export const ALERTS_AT_ONCE = 1_000;

/** By name for now: the catalogue of services gives them ids later. */
export const ServiceName = line(120);
export type ServiceName = z.output<typeof ServiceName>;

export const incidentKey = (year: number, number: number): IncidentKey =>
  `INC-${year}-${String(number).padStart(4, '0')}`;
