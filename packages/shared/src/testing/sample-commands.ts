import type { CommandInput, CommandType } from '../protocol/catalogue.ts';
import { DEFAULT_SETTINGS } from '../settings/values.ts';
import { REN, testId } from './cast.ts';
import { T0 } from './history.ts';
import { ALERT_1, INCIDENT } from './incident-past.ts';

const incidentId = INCIDENT;
const entryId = testId(0x51);
const alertId = ALERT_1;
const integrationId = testId(0x41);
const inviteId = testId(0x61);
const teamId = testId(0x71);
const userId = REN.id;
const tokenHash = 'a'.repeat(64);

/** One valid command of each type: a new type does not compile until it is here. */
export const SAMPLE_COMMANDS: { readonly [T in CommandType]: CommandInput<T> } = {
  'incident.declare': { incidentId, title: 'Checkout fails' },
  'incident.change-title': { incidentId, title: 'Another' },
  'incident.change-summary': { incidentId, summary: 'Another' },
  'incident.change-severity': { incidentId, severity: 1 },
  'incident.change-status': { incidentId, status: 'investigating' },
  'incident.reopen': { incidentId, reason: 'back' },
  'incident.close': { incidentId, as: 'false-alarm', reason: 'none' },
  'incident.set-milestone': { incidentId, milestone: 'started', at: T0 },
  'incident.add-service': { incidentId, service: 'api' },
  'incident.remove-service': { incidentId, service: 'api' },
  'incident.take-role': { incidentId, role: 'scribe' },
  'incident.assign-role': { incidentId, role: 'scribe', userId },
  'incident.hand-over-role': { incidentId, role: 'scribe', userId },
  'incident.release-role': { incidentId, role: 'scribe' },
  'incident.join-alerts': { incidentId, group: 'g', alerts: [{ alertId, title: 'Errors' }] },
  'incident.resolve-alerts': { incidentId, alertIds: [alertId] },
  'incident.grant-access': { incidentId, userId },
  'incident.revoke-access': { incidentId, userId },
  'timeline.add-entry': { incidentId, entryId: testId(0x52), text: 'a note' },
  'timeline.edit-entry': { incidentId, entryId, baseRevision: 1, text: 'mended' },
  'timeline.retract-entry': { incidentId, entryId },
  'timeline.restore-entry': { incidentId, entryId },
  'timeline.import-entries': {
    incidentId,
    importId: testId(0x53),
    entries: [{ entryId: testId(0x54), text: '14:35 pool exhausted', happenedAt: T0, saidBy: { name: 'Kim' } }],
  },
  'timeline.retract-import': { incidentId, importId: testId(0x53) },
  'timeline.pin-entry': { incidentId, entryId },
  'timeline.unpin-entry': { incidentId, entryId },
  'people.create-administrator': { userId, name: 'Ren', handle: 'ren' },
  'people.invite': { inviteId, name: 'Ben', handle: 'ben', tokenHash },
  'people.revoke-invite': { inviteId },
  'people.accept-invite': { inviteId, userId, name: 'Ben', handle: 'ben' },
  'people.change-profile': { userId, name: 'Ren', handle: 'ren' },
  'people.change-role': { userId, role: 'commander' },
  'people.deactivate': { userId },
  'people.reactivate': { userId },
  'people.create-team': { teamId, name: 'Payments' },
  'people.rename-team': { teamId, name: 'Payments' },
  'people.remove-team': { teamId },
  'people.join-team': { teamId, userId },
  'people.leave-team': { teamId, userId },
  'alert.fire': {
    alertId,
    integrationId,
    fingerprint: 'f',
    content: { title: 'Errors', description: '', severity: 'critical', labels: {}, group: 'g' },
  },
  'alert.acknowledge': { alertId },
  'alert.resolve': { alertId },
  'settings.change-severities': { value: DEFAULT_SETTINGS.severities },
  'settings.change-watchdogs': { value: DEFAULT_SETTINGS.watchdogs },
  'settings.change-working-time': { value: { zone: 'Europe/Berlin', startsAt: 480, days: [1, 2, 3, 4, 5] } },
  'settings.change-roles': { value: [{ id: 'x-liaison', name: 'Customer Liaison' }] },
  'settings.change-checklists': { value: [] },
  'settings.change-templates': { value: [] },
  'settings.change-services': { value: { critical: ['payments'], internalNames: [] } },
  'integration.create': { integrationId, name: 'Home', source: 'generic', tokenHash },
  'integration.change-settings': { integrationId, name: 'Away' },
  'integration.replace-token': { integrationId, tokenHash },
  'integration.remove': { integrationId },
};
