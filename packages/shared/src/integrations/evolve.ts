import type { Aggregate } from '../kernel/decider.ts';
import type { IntegrationEvent } from './events.ts';
import { noIntegrations, type Integrations } from './state.ts';

export const integrationsAggregate: Aggregate<Integrations, IntegrationEvent> = {
  name: 'integrations',
  initialState: noIntegrations,
  evolve: (integrations, event) => {
    const { data, type } = event;
    if (type === 'integration.created') {
      const { integrationId: id, name, source, tokenHash, settings } = data;
      return { ...integrations, [id]: { id, name, source, tokenHash, settings, createdAt: event.at } };
    }
    const { [data.integrationId]: integration, ...others } = integrations;
    if (integration === undefined) return integrations;
    switch (type) {
      case 'integration.settings-changed':
        return { ...integrations, [integration.id]: { ...integration, name: data.name, settings: data.settings } };
      case 'integration.token-replaced':
        return { ...integrations, [integration.id]: { ...integration, tokenHash: data.tokenHash } };
      case 'integration.removed':
        return others;
    }
  },
};
