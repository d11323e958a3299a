import type { Mitigation, MitigationStatus } from './state.ts';
import { touchedProductionAt } from './state.ts';
import { FRESH_MS } from './values.ts';

/** Names of services that depend on one, or that it depends on; none until there is a map of services. */
export type RelatedServices = (service: string) => readonly string[];
const noRelations: RelatedServices = () => [];

/** Another mitigation that touches the same services, or related ones, at about the same time. */
export type MitigationCollision = {
  readonly mitigation: Mitigation;
  /** Those of the other that are the reason, as the other names them. */
  readonly services: readonly string[];
};

export const serviceKey = (name: string): string => name.trim().toLowerCase();

const AHEAD: readonly MitigationStatus[] = ['approved', 'executing'];

const touchesSoonOrFreshly = (other: Mitigation, now: number): boolean => {
  if (AHEAD.includes(other.status)) return true;
  const at = touchedProductionAt(other);
  return at !== undefined && now - at <= FRESH_MS;
};

/** What is approved, executing, or was executed in the last two hours on the services of this one. */
export const collidingMitigations = (
  items: readonly Mitigation[],
  { id, plan }: Pick<Mitigation, 'id' | 'plan'>,
  now: number,
  relatedServices: RelatedServices = noRelations,
): readonly MitigationCollision[] => {
  const reached = new Set(plan.services.flatMap((name) => [name, ...relatedServices(name)]).map(serviceKey));
  return items.flatMap((mitigation) => {
    if (mitigation.id === id || !touchesSoonOrFreshly(mitigation, now)) return [];
    const services = mitigation.plan.services.filter((name) => reached.has(serviceKey(name)));
    return services.length === 0 ? [] : [{ mitigation, services }];
  });
};
