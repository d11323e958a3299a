import * as z from 'zod/mini';
import { OpenStatus, Severity } from '../incidents/values.ts';
import { line, text } from '../kernel/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** ms; from one second to ninety days. */
export const Duration = z.int().check(z.gte(1_000), z.lte(90 * DAY));
/** A short name that never changes once it is used: `sev1-detection`. */
export const Slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/));

/** What follows from a severity; `null` where nothing does. */
export const SeverityPolicy = z.strictObject({
  acknowledgeWithin: z.nullable(z.union([Duration, z.literal('next-working-day')])),
  firstInternalWithin: z.nullable(Duration),
  firstPublicWithin: z.nullable(Duration),
  /** Between two updates. */
  updateEvery: z.nullable(Duration),
  /** After so long the incident is a long one, and `updateEveryLong` holds. */
  longAfter: z.nullable(Duration),
  updateEveryLong: z.nullable(Duration),
  /** The meeting is scheduled so long after resolving. */
  postmortemScheduledWithin: z.nullable(Duration),
  /** The meeting is held within so many days. */
  postmortemHeldWithin: z.nullable(z.strictObject({ days: z.int().check(z.gte(1), z.lte(90)), working: z.boolean() })),
});
export type SeverityPolicy = z.output<typeof SeverityPolicy>;

export const Severities = z.strictObject({
  1: SeverityPolicy,
  2: SeverityPolicy,
  3: SeverityPolicy,
  4: SeverityPolicy,
});
export type Severities = z.output<typeof Severities>;

/** All in ms. */
export const Watchdogs = z.strictObject({
  /** Nothing that counts as progress for so long. */
  noProgress: Duration,
  /** Executed, and not found effective for so long. */
  withoutEffect: Duration,
  /** Open for so long. */
  longRunning: Duration,
  /** The commander is not connected for so long. */
  commanderAway: Duration,
  /** In command for so long: a handover is offered. */
  longCommand: Duration,
  /** Expired timers are called out so often. */
  callOutEvery: Duration,
});
export type Watchdogs = z.output<typeof Watchdogs>;

/** When "the next working day" begins. */
export const WorkingTime = z.strictObject({
  /** IANA name, such as Europe/Berlin. */
  zone: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Minutes after midnight there. */
  startsAt: z.int().check(z.gte(0), z.lt(24 * 60)),
  /** 1 is Monday, 7 is Sunday. */
  days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
});
export type WorkingTime = z.output<typeof WorkingTime>;

/** `x-` tells them from the roles of product.md. */
export const CustomRole = z.strictObject({
  id: z.string().check(z.regex(/^x-[a-z0-9-]{1,40}$/)),
  name: line(40),
});
export type CustomRole = z.output<typeof CustomRole>;

export const PHASES = ['detection', 'response', 'mitigation', 'resolution'] as const;
export const Phase = z.enum(PHASES);
export type Phase = z.output<typeof Phase>;

export const ChecklistTemplate = z.strictObject({
  id: Slug,
  phase: Phase,
  title: line(120),
  /** Incidents of these severities get it when they come to its phase. */
  severities: z.array(Severity).check(z.minLength(1), z.maxLength(4)),
  steps: z.array(z.strictObject({ id: Slug, text: line(300) })).check(z.minLength(1), z.maxLength(40)),
});
export type ChecklistTemplate = z.output<typeof ChecklistTemplate>;

export const AUDIENCES = ['internal', 'external'] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.output<typeof Audience>;

/** What `{{…}}` in a template may name; `rooms/updates/facts.ts` finds it out. */
export const TEMPLATE_VARIABLES = [
  'key',
  'title',
  'severity',
  'status',
  'started',
  'duration',
  'impact.users',
  'impact.business',
  'impact.reputation',
  'services',
  'components',
  'cause',
  'action',
  'workaround',
  'commander',
  'next',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
export const isTemplateVariable = (name: string): name is TemplateVariable =>
  TEMPLATE_VARIABLES.some((variable) => variable === name);

/** The names between double braces, each once, in order. */
export const variablesIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].flatMap(([, name]) => name ?? [])),
];

/** `{{variable}}` stands for facts of the incident. */
export const UpdateTemplate = z.strictObject({
  id: Slug,
  name: line(80),
  audience: Audience,
  severities: z.array(Severity).check(z.maxLength(4)),
  statuses: z.array(OpenStatus).check(z.maxLength(5)),
  text: text(4_000),
});
export type UpdateTemplate = z.output<typeof UpdateTemplate>;

/** Until there is a catalogue of services, by name. */
export const ServiceWords = z.strictObject({
  /** Of tier critical: business stands still without them. */
  critical: z.array(line(120)).check(z.maxLength(500)),
  /** Names that customers must not read. */
  internalNames: z.array(line(120)).check(z.maxLength(500)),
});
export type ServiceWords = z.output<typeof ServiceWords>;

/** Each is changed as a whole. */
export const SECTIONS = {
  severities: Severities,
  watchdogs: Watchdogs,
  workingTime: WorkingTime,
  roles: z.array(CustomRole).check(z.maxLength(20)),
  checklists: z.array(ChecklistTemplate).check(z.maxLength(60)),
  templates: z.array(UpdateTemplate).check(z.maxLength(100)),
  services: ServiceWords,
} as const;
export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

export type Settings = { readonly [S in SectionName]: z.output<(typeof SECTIONS)[S]> };
