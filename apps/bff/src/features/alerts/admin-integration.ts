import { adminTokenActor } from '@sitrep/shared/kernel/actor';
import { isRefusal, Refusal } from '@sitrep/shared/kernel/errors';
import type { AlertSource } from '@sitrep/shared/alerts/values';
import type { IntegrationEvent } from '@sitrep/shared/integrations/events';
import type { Integration, Integrations } from '@sitrep/shared/integrations/state';
import type { CommandBus } from '../../command-bus/command-bus.ts';
import type { IdGenerator } from '../../ports/id-generator.ts';
import { ADAPTERS } from './adapters/sources.ts';

type Deps = { readonly bus: CommandBus; readonly integrations: () => Integrations; readonly ids: IdGenerator };
type Created = Extract<IntegrationEvent, { type: 'integration.created' }>['data'];

const NAMES_TRIED = 9;

/**
 * The integration whose alerts come with the administrator's token: the first of its source; where there is none yet, one
 * is made, so that a first try needs no set-up.
 */
export const adminIntegration = ({ bus, integrations, ids }: Deps) => {
  const making = new Map<AlertSource, Promise<Integration>>();

  const make = async (source: AlertSource): Promise<Integration> => {
    const { name } = ADAPTERS[source];
    for (let attempt = 1; attempt <= NAMES_TRIED; attempt += 1) {
      try {
        const { events } = await bus.execute({
          type: 'integration.create',
          input: { name: attempt === 1 ? name : `${name} ${attempt}`, source },
          actor: adminTokenActor,
          commandId: ids.id(),
        });
        const created = events.find(({ type }) => type === 'integration.created');
        if (created === undefined) break;
        const { integrationId: id, ...rest } = created.data as Created;
        return { ...rest, id, createdAt: created.at };
      } catch (error) {
        // The name is taken.
        if (!isRefusal(error) || error.code !== 'invalid') throw error;
      }
    }
    throw new Refusal('conflict', `Connect a source of the kind ${source} first.`);
  };

  return (source: AlertSource): Promise<Integration> => {
    const [first] = Object.values(integrations())
      .filter((integration) => integration.source === source)
      .toSorted((a, b) => a.createdAt - b.createdAt);
    if (first !== undefined) {
      making.delete(source);
      return Promise.resolve(first);
    }
    const made = making.get(source) ?? make(source);
    making.set(source, made);
    made.catch(() => making.delete(source));
    return made;
  };
};
