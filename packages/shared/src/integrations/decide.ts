import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import type { IntegrationId } from '../kernel/ids.ts';
import { invalid } from '../kernel/refusals.ts';
import type { AlertSource } from '../alerts/values.ts';
import type { IntegrationEvent, IntegrationSettings } from './events.ts';
import { defaultSettings, type Integration, type Integrations } from './state.ts';

type Deciding<Command> = Decide<Command & { integrationId: IntegrationId }, Integrations, IntegrationEvent>;
type Changes = { readonly [K in keyof IntegrationSettings]?: IntegrationSettings[K] | undefined };

const NOTHING: readonly IntegrationEvent[] = [];

export const createIntegration: Deciding<{
  name: string;
  source: AlertSource;
  tokenHash: string;
  settings?: Changes | undefined;
}> = ({ integrationId, name, source, tokenHash, settings }, integrations) => {
  if (integrations[integrationId] !== undefined) throw new Refusal('conflict', 'This id is taken.');
  nameIsFree(integrations, integrationId, name);
  return [
    {
      type: 'integration.created',
      data: { integrationId, name, source, tokenHash, settings: changed(defaultSettings(source), settings ?? {}) },
    },
  ];
};

export const changeSettings: Deciding<{ name?: string | undefined; settings: Changes }> = (
  { integrationId, name, settings },
  integrations,
) => {
  const integration = existing(integrations, integrationId);
  const next = changed(integration.settings, settings);
  const called = name ?? integration.name;
  if (called !== integration.name) nameIsFree(integrations, integrationId, called);
  const same =
    called === integration.name && JSON.stringify(next) === JSON.stringify(changed(integration.settings, {}));
  return same
    ? NOTHING
    : [{ type: 'integration.settings-changed', data: { integrationId, name: called, settings: next } }];
};

export const replaceToken: Deciding<{ tokenHash: string }> = ({ integrationId, tokenHash }, integrations) => {
  existing(integrations, integrationId);
  return [{ type: 'integration.token-replaced', data: { integrationId, tokenHash } }];
};

export const removeIntegration: Deciding<unknown> = ({ integrationId }, integrations) =>
  integrations[integrationId] === undefined ? NOTHING : [{ type: 'integration.removed', data: { integrationId } }];

const existing = (integrations: Integrations, id: IntegrationId): Integration => {
  const integration = integrations[id];
  if (integration === undefined) throw new Refusal('not-found', 'There is no such integration.');
  return integration;
};

const nameIsFree = (integrations: Integrations, id: IntegrationId, name: string): void => {
  const called = name.toLowerCase();
  if (Object.values(integrations).some((other) => other.id !== id && other.name.toLowerCase() === called)) {
    throw invalid('name', `There is a source called ${name} already.`);
  }
};

const changed = (settings: IntegrationSettings, changes: Changes): IntegrationSettings => ({
  opensIncidents: changes.opensIncidents ?? settings.opensIncidents,
  openedSeverity: changes.openedSeverity ?? settings.openedSeverity,
  tokenInUrl: changes.tokenInUrl ?? settings.tokenInUrl,
  quietAfterS: changes.quietAfterS ?? settings.quietAfterS,
  watchdogAfterS: changes.watchdogAfterS ?? settings.watchdogAfterS,
});
