import type { AlertRow } from '@sitrep/shared/alerts/alert-row';
import { openDeclare } from '../features/incidents/declare-store.ts';

/** The bridge from alerts to incidents. */
export const declareFrom = ({ id, title, description, service }: AlertRow): void =>
  openDeclare({ alertId: id, title, description, service });
