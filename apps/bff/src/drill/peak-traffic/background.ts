import { roomSteps } from '../room-steps.ts';
import type { Names } from '../names.ts';
import type { Step } from '../step.ts';
import { workSteps } from '../work-steps.ts';
import { EXPORT_JOB, exportJobFails, JOBS } from './monitoring.ts';

const certificate = roomSteps('certificate');
const prices = roomSteps('prices');
const token = roomSteps('token');
const printers = roomSteps('printers');
const jobsIncident = (names: Names) => names.openedFor(JOBS, EXPORT_JOB.service);
const invoices = roomSteps('invoices', jobsIncident);
const invoicesWork = workSteps('invoices', jobsIncident);
const tokenWork = workSteps('token');
const pricesWork = workSteps('prices');

const YESTERDAY = -1_500;

/** What else goes on: a company has more than one problem. */
export const background: readonly Step[] = [
  certificate.declare(YESTERDAY, 'nils', {
    title: 'Parcel tracking is down: certificate of the carrier API ran out',
    severity: 2,
    services: ['parcel-tracking'],
    detection: 'customer',
    started: YESTERDAY - 22,
  }),
  certificate.take(YESTERDAY + 1, 'nils', 'commander'),
  certificate.status(YESTERDAY + 3, 'nils', 'investigating'),
  certificate.finding(YESTERDAY + 9, 'jonas', 'Their certificate ended at midnight UTC. Ours is fine.', {
    sure: 'confirmed',
  }),
  certificate.status(YESTERDAY + 11, 'nils', 'identified'),
  certificate.change(YESTERDAY + 30, 'nils', 'Pages show the last known position meanwhile.', { sure: 'confirmed' }),
  certificate.status(YESTERDAY + 31, 'nils', 'mitigating'),
  certificate.note(YESTERDAY + 74, 'jonas', 'The carrier has renewed it. Tracking answers.', { sure: 'confirmed' }),
  certificate.status(YESTERDAY + 80, 'nils', 'resolved'),
  certificate.close(YESTERDAY + 140, 'nils', {
    as: 'completed',
    reason: 'The carrier mends its calendar. We now watch the end dates of all partners.',
  }),

  token.declare(-210.2, 'leo', {
    title: 'Deploy token readable in a public build log',
    severity: 2,
    services: ['build-farm'],
    detection: 'vendor',
    private: true,
  }),
  token.take(-209.5, 'leo', 'commander'),
  token.letIn(-208.4, 'leo', 'maya'),
  token.status(-205.2, 'leo', 'investigating'),
  token.change(-203.4, 'leo', 'Token is revoked, and the log taken down.', { as: 'revoked', sure: 'confirmed' }),
  token.pin(-202.3, 'leo', 'revoked'),
  tokenWork.tells(-196.2, 'leo', 'first', 'A deploy token stood in a public build log. It is revoked.'),
  tokenWork.tells(-168.3, 'leo', 'second', 'The audit log is being read for any use of the token.'),
  token.finding(-160.2, 'leo', 'It was readable for 51 minutes. No use of it in the audit log so far.', {
    sure: 'believed',
  }),
  token.status(-158.4, 'leo', 'identified'),
  token.status(-150.2, 'leo', 'mitigating'),
  token.severity(-149.1, 'leo', 3, 'The token is revoked and was not used as far as we see. What is left is reading.'),
  tokenWork.tells(-140.4, 'leo', 'third', 'No use of the token so far. The rest of the audit log is read by tonight.'),
  tokenWork.standDown(-120.4, 'leo', 'Nothing to decide: the audit log takes its time.'),
  tokenWork.tells(-30.4, 'leo', 'fourth', 'A third of the audit log is read. Nothing found.'),
  token.note(28.3, 'leo', 'Second reading of the audit log is at 60 %. Still nothing.'),
  tokenWork.tells(75.2, 'leo', 'fifth', 'Four fifths of the audit log are read. Nothing found.'),
  tokenWork.tells(180.2, 'leo', 'sixth', 'The audit log is read once. The second reader has the last part.'),

  prices.declare(-190.2, 'hannah', {
    title: 'Search shows last week’s prices',
    severity: 3,
    services: ['search', 'product-catalog'],
    detection: 'support',
    started: -260,
  }),
  prices.take(-189.5, 'hannah', 'commander'),
  prices.status(-186.1, 'hannah', 'investigating'),
  prices.finding(-171.1, 'hannah', 'The price feed stopped after the rename of a column.', { sure: 'confirmed' }),
  prices.status(-170.2, 'hannah', 'identified'),
  prices.change(-152.3, 'hannah', 'Feed reads the new column, full rebuild of the index runs.', { sure: 'confirmed' }),
  prices.status(-150.2, 'hannah', 'mitigating'),
  pricesWork.tells(
    -149.4,
    'hannah',
    'first',
    'Search shows prices of last week. The index is being rebuilt, about an hour.',
  ),
  prices.status(-64.5, 'hannah', 'resolved'),
  prices.note(-63.4, 'hannah', '200 prices compared by hand, all right.', { sure: 'confirmed' }),

  exportJobFails(-95),
  invoices.note(-82.3, 'viktor', 'Merchants 118, 140 and 202. All three changed their bank details this week.'),
  invoices.take(-81.1, 'viktor', 'commander'),
  invoices.status(-80.2, 'viktor', 'investigating'),
  invoices.finding(-47.3, 'viktor', 'Spaces at the end of the account number get into the checksum.', {
    sure: 'confirmed',
  }),
  invoices.status(-46.1, 'viktor', 'identified'),
  invoicesWork.tells(
    -45.2,
    'viktor',
    'first',
    'Three merchants get no invoices since noon. The cause is known; the mend is small.',
  ),
  invoicesWork.standDown(-12.3, 'viktor', 'Waits on purpose: the bank takes files until eight tonight.'),
  invoicesWork.tells(
    65.3,
    'viktor',
    'second',
    'The export waits until the shop works. Files reach the bank tonight all the same.',
  ),
  invoicesWork.tells(170.3, 'viktor', 'third', 'The mend is written and goes out once the shop is stable.'),
  invoices.note(70.5, 'viktor', 'Parked: the shop goes first. The bank takes files until eight tonight.'),

  printers.declare(-31.1, 'jonas', {
    title: 'Label printers offline in the Leipzig warehouse',
    severity: 4,
    services: ['warehouse-printing'],
    detection: 'employee',
  }),
  printers.note(-29.5, 'jonas', 'Two of nine. Parcels are labelled at the other stations.'),
  printers.take(125.5, 'jonas', 'commander'),
  printers.status(126.5, 'jonas', 'investigating'),
  printers.finding(139.1, 'jonas', 'A switch under the stairs has lost its power supply. Spare one is on its way.', {
    sure: 'confirmed',
  }),
  printers.status(139.5, 'jonas', 'identified'),
];
