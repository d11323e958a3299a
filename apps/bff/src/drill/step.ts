import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';
import type { AlertSource } from '@sitrep/shared/alerts/values';
import type { Minute, Names } from './names.ts';

/** What a person does: a command like any other. */
export type CommandStep = {
  readonly minute: Minute;
  /** Somebody of the cast by their handle, or a part of Sitrep such as `system/invite`. */
  readonly by: string;
  readonly type: CommandType;
  readonly input: (names: Names) => object;
};

/** What a monitoring tool sends. */
export type AlertStep = {
  readonly minute: Minute;
  /** Name of the integration. */
  readonly from: string;
  readonly source: AlertSource;
  readonly body: (names: Names) => unknown;
};

export type Step = CommandStep | AlertStep;

export type Scenario = {
  /** As people call it. */
  readonly title: string;
  readonly steps: readonly Step[];
  /** Handles of those whose seats are offered, the commander first. */
  readonly seats: readonly { readonly handle: string; readonly name: string; readonly as: string }[];
};

export const isAlertStep = (step: Step): step is AlertStep => 'body' in step;

/** A command whose input has the shape that its type takes; ids and hashes that the server adds may be missing. */
export const command = <T extends CommandType>(
  minute: Minute,
  by: string,
  type: T,
  input: (names: Names) => Partial<CommandInput<T>> & object,
): CommandStep => ({ minute, by, type, input });

/** Steps in the order in which they happen; those of the same minute stay in the order in which they are written. */
export const inOrder = (...parts: readonly (readonly Step[])[]): readonly Step[] =>
  parts.flat().toSorted((a, b) => a.minute - b.minute);
