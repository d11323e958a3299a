import { IncidentKey } from '@sitrep/shared/incidents/values';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { IncidentIdOf } from './incident-id-of.ts';

type Deps = { readonly ids: IdGenerator; readonly incidentIdOf: IncidentIdOf };

/** The body with the id of the incident that it names by its key; only what declares one has to name it anew. */
export const withIncidentId = async (
  { ids, incidentIdOf }: Deps,
  type: CommandType,
  body: unknown,
): Promise<unknown> => {
  if (type === 'incident.declare' || typeof body !== 'object' || body === null) return body;
  const key = IncidentKey.safeParse((body as { incidentId?: unknown }).incidentId);
  if (!key.success) return body;
  // The id of nothing, so that an unknown key is answered like an incident that one may not see.
  return { ...body, incidentId: (await incidentIdOf(key.data)) ?? ids.id() };
};
