import { roomSteps } from '../room-steps.ts';
import type { Step } from '../step.ts';
import { fires } from './monitoring.ts';

const shop = roomSteps('shop');

/** Three teams change production within ten minutes, each on its own, and all of it gets worse. */
export const alone: readonly Step[] = [
  shop.impact(65.2, 'amara', 'Order processing is down completely. No order for three minutes.', {
    as: 'orders down',
    sure: 'confirmed',
  }),
  shop.pin(65.4, 'jonas', 'orders down'),
  fires(65.8, 'stock', 'parked'),
  shop.service(66.5, 'amara', 'inventory'),
  shop.note(
    66.6,
    'maya',
    'To all: has anybody deployed or changed anything since noon? Answer here, not on the bridge.',
  ),
  shop.note(68.3, 'jonas', 'On the bridge: the network in zone b is said to drop packets.', {
    as: 'packets',
    sure: 'rumour',
  }),
  shop.change(70.2, 'nils', 'Rate limit is on at the gateway: 20 requests/s per client.', {
    as: 'rate limit',
    sure: 'confirmed',
  }),
  shop.finding(
    71.5,
    'jonas',
    'Storefront gets 429 for its own calls: the limit takes all our web servers for one client.',
    {
      as: 'own limit',
      sure: 'confirmed',
    },
  ),
  shop.edit(
    72.2,
    'nils',
    'rate limit',
    'Rate limit is on at the gateway: 200 requests/s per client. Not announced before, sorry.',
  ),
  shop.note(
    73.8,
    'tomas',
    'Nils, please leave our own address ranges out of the limit. Everything else stays as it is.',
  ),
  shop.change(75.2, 'hannah', 'Restarted all eight catalog pods.', { sure: 'confirmed' }),
  shop.retract(76.2, 'jonas', 'packets', 'Heard wrong, that was last week. Interface counters are clean.'),
  shop.finding(
    76.9,
    'priya',
    'Since the restart every catalog pod opens 20 connections at once. Wait for a connection: 4 s → 31 s.',
    {
      as: 'restart storm',
      sure: 'confirmed',
    },
  ),
  shop.note(78.3, 'leo', 'Who restarted the catalog? Failed logins went from 38 to 71 % in the same minute.'),
  shop.change(80.2, 'priya', 'Added two read replicas. They copy first, no reads go there yet.', { sure: 'confirmed' }),
  shop.finding(
    81.7,
    'priya',
    'The copying takes a third of the disk throughput of the primary. For now this makes it worse.',
    {
      sure: 'believed',
    },
  ),
  shop.decision(
    83.2,
    'maya',
    'Nobody changes production without a go from me, here in the log. Three changes in ten minutes, and none of us knew of the other two.',
    { as: 'freeze' },
  ),
  shop.pin(83.4, 'maya', 'freeze'),
  shop.give(84.1, 'maya', 'deputy', 'viktor'),
  shop.impact(85.2, 'ruth', 'Every service of the shop is affected now. Visitors get the static page everywhere.', {
    sure: 'confirmed',
  }),
  shop.finding(
    86.5,
    'tomas',
    'The retries are the load by now: gateway, orders and metadata ask three to four times for each real request. More than 250 connections wanted, 150 there.',
    { as: 'retries', sure: 'believed' },
  ),
  shop.pin(86.9, 'jonas', 'retries'),
  shop.status(87.4, 'maya', 'identified', 'Pool too small for the promotion, and retries keep it full.'),
  shop.summary(
    88.3,
    'jonas',
    'No checkout, 71 % of logins fail, all countries. The database pool is too small for the promotion, and retries keep it full. Payments holds captures in a queue; none is lost.',
  ),
  shop.note(
    88.7,
    'tomas',
    'Options: a) switch the promotion off, b) fail over the primary, c) cut callers off and let them back one by one. With b) cold caches walk into the same storm.',
  ),
];
