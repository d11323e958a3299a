import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import type { CommandDraft } from './command-draft.ts';
import { CommandProblem } from './command-problem.ts';
import { newId } from './ids.ts';
import type { SendCommand } from './live-client.ts';

/** One sender of one form or button: what was not answered and is sent again unchanged goes under its first id. */
export const withSameIdOnRetry = <T extends CommandType>(
  sendCommand: SendCommand,
  type: T,
): ((draft: CommandDraft<T>) => Promise<CommandAnswer>) => {
  let unanswered: { readonly said: string; readonly commandId: string } | undefined;
  return async (draft) => {
    const said = JSON.stringify(draft);
    const commandId = unanswered?.said === said ? unanswered.commandId : newId();
    unanswered = undefined;
    try {
      return await sendCommand(type, draft, { commandId });
    } catch (error) {
      if (error instanceof CommandProblem && error.code === 'unavailable') unanswered = { said, commandId };
      throw error;
    }
  };
};
