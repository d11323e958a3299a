import type { AlertContent } from '@sitrep/shared/alerts/events';
import type { AlertSource } from '@sitrep/shared/alerts/values';

/** What one alert in a body says. */
export type Reading =
  | {
      readonly kind: 'firing' | 'resolved';
      readonly fingerprint: string;
      readonly content: AlertContent;
      /** What was not understood, and what was taken instead. */
      readonly warnings?: readonly string[];
    }
  /** A sign of life from an alert that always fires; its absence is the news. */
  | { readonly kind: 'watchdog'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly raw: unknown; readonly fault: string };

export type TestAlert = {
  /** Unique for each test; the same one again is a repeat of the same alert. */
  readonly id: string;
  /** UTC ms. */
  readonly startedAt: number;
};

/** One kind of monitoring tool: what its bodies mean. Pure. */
export type SourceAdapter = {
  readonly source: AlertSource;
  /** As its users know it. */
  readonly name: string;
  /**
   * Alert by alert, read while it is taken, so that a large body does not hold up everything else. A fault in one alert
   * makes that alert unreadable and no other.
   * @param body JSON as it was parsed, of limited depth
   * @param now UTC ms
   * @throws Refusal `invalid`, at once, where the body as a whole is not from this tool
   */
  read(body: unknown, now: number): Iterable<Reading>;
  /** A critical alert of the service "checkout", in the body that the tool itself would send. */
  testBody(alert: TestAlert): unknown;
};
