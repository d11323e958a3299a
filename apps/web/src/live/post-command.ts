import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import type { Api } from './http-api.ts';

/** @throws CommandProblem. The same id makes a second sending harmless. */
export const postCommand = (
  api: Api,
  { type, command, commandId }: { readonly type: CommandType; readonly command: unknown; readonly commandId: string },
  signal?: AbortSignal,
): Promise<CommandAnswer> =>
  api.send('POST', `/commands/${type}`, {
    body: command,
    headers: { 'idempotency-key': commandId },
    ...(signal === undefined ? {} : { signal }),
  });
