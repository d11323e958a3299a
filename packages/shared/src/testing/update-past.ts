import type { Severity } from '../incidents/values.ts';
import type { Audience } from '../settings/values.ts';
import { HOLD_WINDOW_MS } from '../updates/values.ts';
import { CAI, REN, testId, type Player } from './cast.ts';
import { MINUTE, T0, type Past } from './history.ts';
import { declaredAs, held } from './incident-past.ts';

export const UPDATE = testId(0x55);
const updateId = UPDATE;

/** Cai commands. */
export const ledAt = (severity: Severity): readonly Past[] => [declaredAs({ severity }), held('commander', CAI)];

type Content = Extract<Past, { type: 'update.drafted' }>['data']['content'];

export const drafted = (audience: Audience, by: Player = REN, content: Partial<Content> = {}): Past => ({
  type: 'update.drafted',
  data: { updateId, number: 1, audience, content: { text: 'Payments fail.', components: [], ...content } },
  by: by.actor.ref,
});

export const ASKED: Past = { type: 'update.approval-requested', data: { updateId }, by: REN.actor.ref };

export const approvedBy = (by: Player): Past => ({
  type: 'update.approved',
  data: { updateId, revision: 1 },
  by: by.actor.ref,
});

/** The moment at which what `leaving` leaves. */
export const LEAVES_AT = T0 + 60 * MINUTE + HOLD_WINDOW_MS;

export const leaving = (audience: Audience, withoutApproval?: string): Past => ({
  type: 'update.publishing',
  data: { updateId, audience, leavesAt: LEAVES_AT, ...(withoutApproval === undefined ? {} : { withoutApproval }) },
  by: REN.actor.ref,
  at: LEAVES_AT - HOLD_WINDOW_MS,
});

export const left = (audience: Audience, content: Partial<Content> = {}): Past => ({
  type: 'update.published',
  data: { updateId, audience, content: { text: 'Payments fail.', components: [], ...content } },
  by: 'system/updates',
  at: LEAVES_AT,
});
