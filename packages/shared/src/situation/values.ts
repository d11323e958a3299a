import * as z from 'zod/mini';

export const TRENDS = ['worse', 'same', 'better'] as const;
export const Trend = z.enum(TRENDS);
export type Trend = z.output<typeof Trend>;

export const LINK_KINDS = ['bridge', 'chat', 'dashboard', 'document', 'other'] as const;
export const LinkKind = z.enum(LINK_KINDS);
export type LinkKind = z.output<typeof LinkKind>;
