import * as z from 'zod/mini';
import { line } from '../kernel/text.ts';

export const TRENDS = ['worse', 'same', 'better'] as const;
export const Trend = z.enum(TRENDS);
export type Trend = z.output<typeof Trend>;

export const LINK_KINDS = ['bridge', 'chat', 'dashboard', 'document', 'other'] as const;
export const LinkKind = z.enum(LINK_KINDS);
export type LinkKind = z.output<typeof LinkKind>;

/** What is said of the impact in words, one text each. */
export const IMPACT_TEXTS = ['users', 'business', 'reputation'] as const;
export type ImpactText = (typeof IMPACT_TEXTS)[number];

export const MAX_IMPACT_TEXT = 2_000;
export const MAX_IMPACT_NUMBERS = 12;
export const MAX_CRITERIA = 50;
export const MAX_LINKS = 50;

/** What a browser may be led to: nothing that could run a script. */
const ADDRESS = /^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"]+@[^\s<>"]+|tel:[+\d][\d\s().,;#*-]*)$/iu;

/** An address as somebody pastes it. */
export const LinkAddress = z.pipe(
  line(2_000),
  z.string().check(z.regex(ADDRESS, 'Give an address that begins with https://, http://, tel: or mailto:.')),
);
