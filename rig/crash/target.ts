/** What the rig writes: `writer` appends one after another, many writers at once. */
export type Command = { readonly id: string; readonly writer: number };

/** One stored event, as far as the rig must know it. */
export type LoggedEvent = { readonly position: number; readonly commandId: string };

/** Something that stores commands durably and can be killed: the storage adapter alone, or a whole server. */
export interface Target {
  readonly name: string;
  /** How many events one command of the rig writes, all or none. */
  readonly eventsPerCommand: number;
  /**
   * Starts on the data of the last run.
   * @param crashAt a crash point of the storage worker, where the next run is to die by itself
   */
  start(crashAt?: string): Promise<RunningTarget>;
}

export interface RunningTarget {
  /** Resolves with the positions of the command's events once it was acknowledged. Rejects when the target is gone. */
  write(command: Command): Promise<readonly number[]>;
  /** The whole log in order. */
  readLog(): Promise<readonly LoggedEvent[]>;
  /** What is wrong with the stored bytes, if anything. */
  verify(): Promise<string | undefined>;
  /** SIGKILL. */
  kill(): void;
  /** Resolves when the process has ended, whoever ended it. */
  readonly gone: Promise<void>;
  /** Ends it in an orderly way. */
  stop(): Promise<void>;
}
