import { isRefusal, type ErrorCode, type RefusalDetails } from '@sitrep/shared/kernel/errors';

/** What a refusal says, as plain data: it is kept in the outbox and handed between tabs. */
export type ProblemInfo = RefusalDetails & {
  readonly code: ErrorCode;
  /** The server's sentence; empty where no server spoke (`unavailable`). */
  readonly detail: string;
};

/** Why a command was not accepted. With `unavailable` it may have been: send it again under the same id. */
export class CommandProblem extends Error implements ProblemInfo {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly faults: NonNullable<RefusalDetails['faults']>;
  readonly current: unknown;
  readonly known: readonly string[];
  readonly retryAfterS?: number;

  constructor(info: ProblemInfo) {
    super(info.detail === '' ? info.code : info.detail);
    this.name = 'CommandProblem';
    this.code = info.code;
    this.detail = info.detail;
    this.faults = info.faults ?? [];
    this.current = info.current;
    this.known = info.known ?? [];
    if (info.retryAfterS !== undefined) this.retryAfterS = info.retryAfterS;
  }

  /** The fault of one field, if it has one. */
  faultOf(path: string): string | undefined {
    return this.faults.find((fault) => fault.path === path)?.message;
  }

  info(): ProblemInfo {
    const { code, detail, faults, current, known, retryAfterS } = this;
    return { code, detail, faults, current, known, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
  }
}

export const unreachable = (): CommandProblem => new CommandProblem({ code: 'unavailable', detail: '' });

/** A `Refusal` of the shared core, decided here ahead of the server. */
export const problemOf = (error: unknown): CommandProblem | undefined => {
  if (error instanceof CommandProblem) return error;
  return isRefusal(error)
    ? new CommandProblem({ ...error.details, code: error.code, detail: error.message })
    : undefined;
};
