import { pino, stdSerializers } from 'pino';
import type { Logger } from '../ports/logger.ts';

/** JSON lines on stderr; at a terminal only what somebody has to look at. */
export const createPinoLogger = (atTerminal: boolean): Logger =>
  pino(
    {
      level: atTerminal ? 'warn' : 'info',
      base: null,
      serializers: { error: stdSerializers.err },
    },
    pino.destination({ dest: 2, sync: true }),
  );
