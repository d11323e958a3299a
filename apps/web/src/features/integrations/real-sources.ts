import type { IntegrationRow } from '@sitrep/shared/integrations/state';

/** What the first test alert makes for itself where nothing could carry it. */
export const TEST_SOURCE = 'Test';

/** Those that somebody connected: what only carries tests watches nothing. */
export const realSources = <Row extends Pick<IntegrationRow, 'name'>>(rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ name }) => name !== TEST_SOURCE);
