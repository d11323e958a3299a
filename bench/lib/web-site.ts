import type { Posting } from './writers.ts';

/** What browsers are pointed at: the product, or the bare page. Both show 30 incidents and one room. */
export type WebSite = {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  /** Of two people, as their browsers send them. */
  readonly cookies: readonly string[];
  /** Path of the room that notes come to. */
  readonly room: string;
  /** Notes only, all to that room. */
  readonly notes: Posting;
  /** What changes a board: mostly notes to any incident, one in ten moves a severity or a status. */
  readonly changes: Posting;
  /** A monitoring tool posts one alert, for which an incident of that title opens. */
  openByAlert(title: string): Promise<void>;
  stop(): Promise<void>;
};

export const ROWS = 30;
