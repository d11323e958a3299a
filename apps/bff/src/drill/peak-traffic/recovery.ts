import { roomSteps } from '../room-steps.ts';
import type { Step } from '../step.ts';
import { resolves } from './monitoring.ts';

const shop = roomSteps('shop');

/** Back one by one, until the last alert is gone. */
export const recovery: readonly Step[] = [
  shop.change(124.1, 'nils', 'Breaker from the gateway to orders is live for a quarter of the traffic.', {
    sure: 'confirmed',
  }),
  shop.finding(127.4, 'amara', 'Orders come in again: 40 a minute. Normal for this hour is 310.', {
    sure: 'confirmed',
  }),
  shop.offer(130.4, 'jonas', 'scribe', 'hannah'),
  shop.accept(130.6, 'hannah', 'scribe'),
  shop.note(
    131.5,
    'jonas',
    'My shift ends, Hannah keeps the log from here. Open: breaker for inventory, the parked captures, and the rate limit has to go.',
  ),
  resolves(133.5, 'catalog', 'storefront'),
  shop.finding(135.2, 'tomas', 'Half of the services are back: login, catalog, metadata, storefront.', {
    sure: 'confirmed',
  }),
  shop.change(138.3, 'nils', 'The rate limit is off again, with a go from Maya.', { sure: 'confirmed' }),
  shop.finding(142.2, 'priya', 'Nobody has waited for a connection for five minutes. Pool at 118 of 150.', {
    sure: 'confirmed',
  }),
  shop.note(146.5, 'maya', 'Not over yet. Caches are still warming, so hands off for ten more minutes.'),
  shop.impact(150.2, 'ruth', 'So far 50,000 people saw errors. Finance estimates 150,000 dollars of lost orders.', {
    as: 'loss',
    sure: 'believed',
  }),
  shop.pin(150.4, 'hannah', 'loss'),
  shop.change(153.3, 'viktor', 'Parked captures go out at 50 a minute, with a go from Maya.', { sure: 'confirmed' }),
  shop.finding(
    158.3,
    'amara',
    'Inventory is 12 minutes behind. Six items were sold twice, the warehouse knows which.',
    {
      sure: 'confirmed',
    },
  ),
  shop.change(162.4, 'nils', 'Breaker from orders to inventory is live. It closed after 40 seconds.', {
    sure: 'confirmed',
  }),
  resolves(164.1, 'orders'),
  shop.finding(165.2, 'tomas', 'Four fifths are back. Left: inventory, and the tail of the captures.', {
    sure: 'confirmed',
  }),
  shop.severity(168.3, 'maya', 2, 'Login and checkout work for everybody. Inventory still lags.'),
  shop.note(175.2, 'ines', 'Status page: “monitoring”. Last word when all is done.'),
  shop.note(182.4, 'viktor', 'All captures are through: 2,640 sent, 11 declined by banks and passed to support.', {
    sure: 'confirmed',
  }),
  resolves(184.1, 'parked'),
  shop.finding(188.3, 'amara', 'Inventory has caught up.', { sure: 'confirmed' }),
  resolves(190.2, 'stock', 'wait'),
  shop.finding(195.2, 'tomas', 'All services are back, every breaker is closed.', {
    as: 'all back',
    sure: 'confirmed',
  }),
  shop.pin(195.2, 'hannah', 'all back'),
  resolves(196.5, 'pool'),
  shop.note(200.2, 'priya', 'Watching: pool at 71 of 150 with 4,900 requests/s.'),
  shop.note(205.2, 'maya', 'If nothing fires for five minutes, this is resolved. We look back on it tomorrow at ten.'),
  shop.finding(
    208.3,
    'tomas',
    'Cause, in one line: a pool of 100 against a need of more than 250, then retries that kept it full, and nothing between the services to stop it.',
    { as: 'cause', sure: 'confirmed' },
  ),
  shop.pin(208.3, 'hannah', 'cause'),
  shop.status(210.2, 'maya', 'resolved'),
  shop.note(210.8, 'ines', 'Status page: resolved. Letter to the merchants goes out tonight.'),
  shop.note(212.4, 'maya', 'Thank you all. Go and eat something.'),
];
