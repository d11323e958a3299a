import { Refusal } from '@sitrep/shared/kernel/errors';

export type AdmissionLimits = { readonly bodies: number; readonly bytes: number; readonly alerts: number };

const RETRY_AFTER_S = 5;

/** Says no while too much is under way, before it costs memory; senders repeat what was answered with 503. */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #underWay = { bodies: 0, bytes: 0, alerts: 0 };

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /**
   * For one body, before it is read. Call the answer when it is done with.
   * @throws Refusal `unavailable`
   */
  enter(bytes: number): () => void {
    const { bodies, bytes: others, alerts } = this.#underWay;
    const { bodies: maxBodies, bytes: maxBytes, alerts: maxAlerts } = this.#limits;
    // A single body always fits, however large.
    const tooLarge = bodies > 0 && others + bytes > maxBytes;
    if (bodies >= maxBodies || tooLarge || alerts >= maxAlerts) {
      throw new Refusal('unavailable', 'Too many alerts are coming in at this moment. Send this again.', {
        retryAfterS: RETRY_AFTER_S,
      });
    }
    this.#underWay.bodies += 1;
    this.#underWay.bytes += bytes;
    return () => {
      this.#underWay.bodies -= 1;
      this.#underWay.bytes -= bytes;
    };
  }

  /** Counts one alert for as long as the work on it takes. */
  async during<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay.alerts += 1;
    try {
      return await work;
    } finally {
      this.#underWay.alerts -= 1;
    }
  }
}
