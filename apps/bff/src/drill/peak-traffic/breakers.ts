import { roomSteps } from '../room-steps.ts';
import type { Step } from '../step.ts';
import { resolves } from './monitoring.ts';

const shop = roomSteps('shop');

/** One plan, one change at a time. */
export const breakers: readonly Step[] = [
  shop.decision(
    90.2,
    'maya',
    'Circuit breakers between the services, login first. Tomás leads, Leo and Nils build. The promotion stays up behind the waiting page.',
    { as: 'breakers' },
  ),
  shop.pin(90.2, 'jonas', 'breakers'),
  shop.status(91.5, 'maya', 'mitigating'),
  shop.note(92.4, 'ines', 'Status page: cause found, services come back one after the other. Next word in 20 minutes.'),
  shop.note(94.1, 'nils', 'Breaker for login: opens at 50 % failures over 10 s, half open after 30 s. Leo reviews.'),
  shop.change(96.2, 'priya', 'Stopped the copying of both replicas, with a go from Maya. Disk is back to normal.', {
    sure: 'confirmed',
  }),
  shop.note(97.5, 'jonas', 'Plan read back on the bridge: platform, identity, orders and database all agree.', {
    happened: 93,
  }),
  shop.change(
    99.4,
    'amara',
    'Retries of order processing are down from 4 to 1, with a go. Waiting on the primary: 410 → 260.',
    {
      as: 'fewer retries',
      sure: 'confirmed',
    },
  ),
  shop.note(101.3, 'leo', 'The breaker opens and closes as it should in staging. Rolling it to one of six pods.'),
  shop.note(103.2, 'maya', 'Ruth: please no more questions to Leo and Nils for ten minutes, they come to me.'),
  shop.change(105.2, 'leo', 'First circuit breaker is live: login, all six pods. It opened at once, as planned.', {
    as: 'first breaker',
    sure: 'confirmed',
  }),
  shop.pin(105.3, 'jonas', 'first breaker'),
  shop.finding(107.4, 'leo', 'Failed logins: 71 → 18 %. Who is signed in already does not notice anything.', {
    sure: 'believed',
  }),
  shop.finding(109.5, 'tomas', 'Waiting on the primary: 260 → 95. It falls for the first time today.', {
    sure: 'confirmed',
  }),
  shop.decision(111.5, 'maya', 'Next: catalog, then orders, inventory last. Ten minutes of quiet between two of them.'),
  shop.change(113.2, 'hannah', 'Breaker from catalog to metadata is live. Pages show no ratings while it is open.', {
    sure: 'confirmed',
  }),
  shop.note(115.6, 'viktor', '2,300 captures parked, the oldest for 58 minutes. None lost.', { sure: 'confirmed' }),
  shop.note(117.4, 'ines', 'Status page: login works again for most. Next word in 30 minutes.'),
  resolves(118.4, 'gateway', 'metadata'),
  shop.finding(120.2, 'tomas', 'Services begin to recover. Errors at the gateway: 64 → 31 %, falling.', {
    as: 'recovering',
    sure: 'confirmed',
  }),
  shop.pin(120.3, 'jonas', 'recovering'),
  resolves(121.2, 'login'),
  shop.milestone(122.4, 'jonas', 'mitigated', 120),
];
