import type { Change } from '../kernel/changes.ts';
import type { Situation } from './state.ts';

/** As a change of it calls what stood: the reason, or nothing where no attention was expected. */
export const attentionValue = (
  attention: Pick<NonNullable<Situation['attention']>, 'reason'> | undefined,
): Change['to'] => (attention === undefined ? undefined : (attention.reason ?? ''));
