import { IncidentKey } from '@sitrep/shared/incidents/values';
import type { CommandType } from '@sitrep/shared/protocol/catalogue';
import type { IdGenerator } from '../ports/id-generator.ts';
import type { IncidentIdOf } from './incident-id-of.ts';

type Deps = { readonly ids: IdGenerator; readonly incidentIdOf: IncidentIdOf };

/** Fields of commands that name an incident. */
const NAMES = ['incidentId', 'otherId'] as const;

/** The body with the ids of the incidents that it names by their keys; only what declares one has to name it anew. */
export const withIncidentId = async (
  { ids, incidentIdOf }: Deps,
  type: CommandType,
  body: unknown,
): Promise<unknown> => {
  if (type === 'incident.declare' || typeof body !== 'object' || body === null) return body;
  const named: Partial<Record<(typeof NAMES)[number], string>> = {};
  for (const name of NAMES) {
    const key = IncidentKey.safeParse((body as Readonly<Record<string, unknown>>)[name]);
    // The id of nothing, so that an unknown key is answered like an incident that one may not see.
    if (key.success) named[name] = (await incidentIdOf(key.data)) ?? ids.id();
  }
  return { ...body, ...named };
};
