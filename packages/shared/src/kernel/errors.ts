/** Stable codes that HTTP, sockets and the browser share. Never renamed. */
export const ERROR_CODES = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'unsupported-media-type',
  'rate-limited',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What may go with a refusal; everything here may be shown to the person who asked. */
export type RefusalDetails = {
  /** `conflict`: what is true now. */
  readonly current?: unknown;
  /** `invalid`: each fault by the path of the field it is about. */
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
  /** `unavailable`, `rate-limited`: seconds after which a retry makes sense. */
  readonly retryAfterS?: number;
  /** `not-found` of a name from a closed list: what there is. */
  readonly known?: readonly string[];
};

/** An expected "no": a stable code and a sentence that helps. Anything else that is thrown is a defect. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal;
