import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '@sitrep/shared/kernel/errors';
import type { AlertSource } from '@sitrep/shared/alerts/values';
import type { Integration, Integrations } from '@sitrep/shared/integrations/state';
import { hashToken } from '../../command-bus/token.ts';

export type SenderDeps = {
  readonly integrations: () => Integrations;
  readonly isAdminToken: (token: string) => boolean;
  /** The integration that alerts sent with the administrator's token belong to. */
  readonly adminIntegration: (source: AlertSource) => Promise<Integration>;
};

export type Credentials = {
  /** Of the Authorization header. */
  readonly bearer: string | undefined;
  /** Of the address, for tools that cannot send a header. */
  readonly inUrl: string | undefined;
};

/**
 * Which integration sends.
 * @throws Refusal `unauthenticated`
 */
export const senderOf = async (deps: SenderDeps, source: AlertSource, given: Credentials): Promise<Integration> => {
  const token = given.bearer ?? given.inUrl;
  if (token === undefined) {
    throw new Refusal('unauthenticated', "Send the integration's token: Authorization: Bearer <token>.");
  }
  if (given.bearer !== undefined && deps.isAdminToken(given.bearer)) return deps.adminIntegration(source);
  const integration = holderOf(token, Object.values(deps.integrations()));
  if (integration === undefined) throw new Refusal('unauthenticated', 'This token belongs to no integration.');
  if (given.bearer === undefined && !integration.settings.tokenInUrl) {
    throw new Refusal(
      'unauthenticated',
      'This integration takes its token in the Authorization header only. Its settings can allow it in the address too.',
    );
  }
  if (integration.source !== source) {
    throw new Refusal(
      'unauthenticated',
      `This token belongs to a source of the kind ${integration.source}: send to /api/v1/ingest/${integration.source}.`,
    );
  }
  return integration;
};

/** Every hash is compared in constant time, so that the time an answer takes says nothing about any token. */
const holderOf = (token: string, integrations: readonly Integration[]): Integration | undefined => {
  const hash = Buffer.from(hashToken(token), 'hex');
  return integrations
    .filter(
      ({ tokenHash }) => tokenHash.length === hash.length * 2 && timingSafeEqual(Buffer.from(tokenHash, 'hex'), hash),
    )
    .at(0);
};
