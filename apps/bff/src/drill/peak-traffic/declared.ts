import { roomSteps } from '../room-steps.ts';
import type { Step } from '../step.ts';
import { shopAlerts } from './monitoring.ts';

const shop = roomSteps('shop');
const pages = roomSteps('product-pages');

/** Declared, roles given, first facts; what was done before anybody led is written down late. */
export const declared: readonly Step[] = [
  shop.declare(
    50,
    'tomas',
    {
      title: 'Checkout and login fail across the shop',
      severity: 1,
      summary: 'About a third of logins and most checkouts fail, in all countries. Pages are slow or stay white.',
      services: ['storefront', 'api-gateway', 'user-authentication', 'product-catalog', 'order-processing'],
      detection: 'monitoring',
      started: 15,
    },
    shopAlerts('pool', 'wait', 'catalog', 'metadata', 'gateway', 'storefront', 'login', 'orders'),
  ),
  shop.service(50.3, 'tomas', 'primary-database'),
  shop.note(50.6, 'tomas', 'Five services page at the same time. Calling it SEV1 now, we can argue about it later.'),
  shop.take(51.2, 'maya', 'commander'),
  shop.status(51.5, 'maya', 'investigating'),
  shop.give(51.8, 'maya', 'technical-lead', 'tomas'),
  shop.give(52.4, 'maya', 'communications-lead', 'ines'),
  shop.give(52.2, 'maya', 'scribe', 'jonas'),
  shop.note(
    52.6,
    'maya',
    'I have command. Tomás leads the technical side, Ines talks to the outside, Jonas keeps the log. Everybody else: write here what you see, and what you touch.',
  ),
  shop.milestone(53.3, 'jonas', 'detected', 15),
  shop.milestone(53.1, 'jonas', 'acknowledged', 20),
  shop.finding(
    53.6,
    'priya',
    'The pool of the primary stands at 100 of 100 since the first alert. 180 waiting, rising.',
    {
      as: 'pool full',
      sure: 'confirmed',
    },
  ),
  shop.pin(53.9, 'jonas', 'pool full'),
  shop.change(54.5, 'priya', 'Made the pool larger, 100 → 150. It was full again within a minute.', {
    sure: 'confirmed',
    happened: 35,
  }),
  shop.link(55.2, 'maya', 'Bridge: https://meet.example.org/shop-bridge'),
  shop.note(56.1, 'jonas', 'The spring promotion opened. Traffic went from 2,100 to 6,400 requests/s in ten minutes.', {
    sure: 'confirmed',
    happened: 0,
  }),
  shop.note(56.7, 'jonas', 'First calls at support: the cart spins, then an error page.', {
    sure: 'confirmed',
    happened: 30,
  }),
  pages.close(57.3, 'maya', { as: 'duplicate', other: 'shop' }),
  shop.finding(
    58.2,
    'hannah',
    'Catalog waits for metadata, metadata waits for the primary. Our own CPU idles at 12 %.',
    {
      sure: 'believed',
    },
  ),
  shop.impact(59.1, 'ruth', 'Support counts 340 tickets in 20 minutes. Login and checkout, every country.', {
    sure: 'confirmed',
  }),
  shop.note(60.2, 'ines', 'Status page is up: “investigating”. Next word in 20 minutes.'),
  shop.finding(
    62.3,
    'leo',
    '38 % of logins fail. Each needs one write for its session, and queues behind all the rest.',
    {
      sure: 'confirmed',
    },
  ),
  shop.note(
    63.7,
    'viktor',
    'Payments holds: captures go to the fallback queue, 1,900 parked. Good for about four hours.',
    {
      sure: 'confirmed',
    },
  ),
];
