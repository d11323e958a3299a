import { createHash, createHmac } from 'node:crypto';
import type { CommandRequest } from './command-bus.ts';

/** Derived, not drawn: a retry whose first answer got lost is shown the same token. */
export const tokenFor = (secret: string, { actor, commandId, type }: CommandRequest): string =>
  createHmac('sha256', secret).update(`token\n${type}\n${actor.ref}\n${commandId}`).digest('base64url');

/** Hex SHA-256: what is stored of a token. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
