import type { VariableValues } from '@sitrep/shared/updates/template';

/** An incident as the preview of a template takes it. */
export const SAMPLE: VariableValues = {
  key: 'INC-2026-0042',
  title: 'Checkout fails',
  severity: 'SEV1',
  status: 'identified',
  started: '14:05 UTC',
  duration: '41 min',
  'impact.users': 'Four of ten payments fail',
  'impact.business': 'Orders are lost',
  'impact.reputation': 'Customers write about it',
  services: 'checkout, payments',
  components: 'Payments: partial outage',
  cause: 'A database is overloaded',
  action: 'Traffic is moved to a second database',
  workaround: 'Pay by invoice',
  commander: 'Ana Kovac',
  next: '15:20 UTC',
};
