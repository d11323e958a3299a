import type { IntegrationId } from '@sitrep/shared/kernel/ids';
import { derivedId } from '../ids/derived-id.ts';

const MAX_GROUP = 300;

/** A group of alerts as an incident remembers it: unique among all integrations. */
export const alertGroupOf = (integrationId: IntegrationId, group: string): string => {
  const name = `${integrationId}/${group}`;
  return name.length <= MAX_GROUP ? name : `${integrationId}/${derivedId('alert-group', group)}`;
};
