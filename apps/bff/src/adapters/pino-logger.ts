import { pino, stdSerializers } from 'pino';
import type { Logger } from '../ports/logger.ts';

/** JSON lines on stderr; at a terminal only what somebody has to look at. */
export const createPinoLogger = (atTerminal: boolean): Logger => {
  const destination = pino.destination({ dest: 2, sync: true });
  // A line that cannot be written, as on a full disk, must not end the server.
  destination.on('error', () => undefined);
  return pino(
    {
      level: atTerminal ? 'warn' : 'info',
      base: null,
      serializers: { error: stdSerializers.err },
    },
    destination,
  );
};
