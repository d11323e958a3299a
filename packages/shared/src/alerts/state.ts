import type { AlertId, IntegrationId } from '../kernel/ids.ts';
import type { AlertContent } from './events.ts';

type Known = {
  readonly id: AlertId;
  readonly integrationId: IntegrationId;
  readonly fingerprint: string;
  readonly occurrence: number;
  readonly content: AlertContent;
  readonly firedAt: number;
};

export type AlertState =
  | { readonly status: 'unknown' }
  | (Known & { readonly status: 'firing' })
  | (Known & { readonly status: 'acknowledged'; readonly acknowledgedAt: number })
  | (Known & { readonly status: 'resolved'; readonly resolvedAt: number });

export type Alert = Exclude<AlertState, { status: 'unknown' }>;

export const unknownAlert: AlertState = { status: 'unknown' };

export const isKnown = (state: AlertState): state is Alert => state.status !== 'unknown';

/** Firing or acknowledged: the condition still holds. */
export const isActive = (state: AlertState): boolean => state.status === 'firing' || state.status === 'acknowledged';
