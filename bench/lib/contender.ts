import type { Dialect } from './crowd-client.ts';
import type { Posting } from './writers.ts';

/** What is measured: the product, or a limit. */
export type Contender = {
  readonly pid: number;
  readonly port: number;
  readonly posting: Posting;
  dialect(): Dialect;
  stop(): Promise<void>;
};
