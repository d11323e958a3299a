import type { Step } from '../step.ts';
import { workSteps } from '../work-steps.ts';

const shop = workSteps('shop');

const COMPONENTS = [
  { name: 'Sign-in', state: 'partial-outage' },
  { name: 'Checkout', state: 'outage' },
  { name: 'Product pages', state: 'degraded' },
] as const;

/** Who is in it, what it is about, and when it is over. */
const picture: readonly Step[] = [
  shop.bridge(51.4, 'maya', 'Shop bridge', 'https://meet.example.org/shop-bridge'),
  ...['priya', 'leo', 'hannah', 'amara', 'viktor', 'nils'].map((who, index) => shop.join(53 + index * 0.05, who)),
  shop.feels(52.9, 'maya', {
    users: 'About a third of sign-ins and most checkouts fail, in all countries.',
    trend: 'worse',
    started: 15,
  }),
  shop.feels(66.2, 'ines', {
    business: 'Orders are down from 310 a minute to none.',
    reputation: 'Trade press asks; two large merchants are on the phone.',
    numbers: [
      { label: 'failed sign-ins', value: '38 %' },
      { label: 'orders a minute', value: '0' },
      { label: 'tickets', value: '340' },
    ],
  }),
  shop.feels(79.4, 'ines', {
    users: 'Most sign-ins and all checkouts fail, in all countries.',
    numbers: [
      { label: 'failed sign-ins', value: '71 %' },
      { label: 'orders a minute', value: '0' },
      { label: 'tickets', value: '610' },
    ],
  }),
  shop.objectives(55.6, 'maya', 'Get sign-in back first, then checkout. Nobody touches production without a go.'),
  shop.over(55.8, 'maya', 'sign-in', 'Failed sign-ins below 1 % for 10 minutes'),
  shop.over(55.9, 'maya', 'orders', 'Orders back above 280 a minute'),
  shop.over(56, 'maya', 'captures', 'No parked captures left'),
  shop.needs(57.6, 'tomas', 'database', 'a second database engineer'),
  shop.needs(84.6, 'ines', 'support', 'somebody from support who counts affected merchants'),
  shop.claims(59.4, 'priya', 'database'),
  shop.met(82.1, 'priya', 'database'),
  shop.claims(86.2, 'viktor', 'support'),
  shop.feels(109.8, 'ines', {
    trend: 'better',
    numbers: [
      { label: 'failed sign-ins', value: '18 %' },
      { label: 'orders a minute', value: '0' },
      { label: 'tickets', value: '1,120' },
    ],
  }),
  shop.reached(136, 'leo', 'sign-in'),
  shop.reached(183, 'viktor', 'captures'),
  shop.reached(189, 'amara', 'orders'),
];

/** One person, one time-box each. */
const tasks: readonly Step[] = [
  shop.task(58, 'maya', 'merchants', 'ines', 'Find out how many merchants are affected', 20),
  shop.task(84, 'maya', 'changes', 'jonas', 'List every change since noon, with who made it', 10),
  shop.gotIt(84.5, 'jonas', 'changes'),
  shop.done(92.8, 'jonas', 'changes', 'Three: rate limit, restart of the catalog, two replicas.'),
  shop.task(91, 'maya', 'captures', 'viktor', 'How long does the queue for captures last?', 10),
  shop.gotIt(91.3, 'viktor', 'captures'),
  shop.done(95.8, 'viktor', 'captures', 'Good for three hours at this rate.'),
  shop.task(97.8, 'tomas', 'inventory', 'amara', 'Check whether inventory needs a breaker before orders', 15),
  shop.gotIt(98.3, 'amara', 'inventory'),
  shop.done(110.4, 'amara', 'inventory', 'Yes, but last: it lags anyway.'),
  shop.later(91.8, 'tomas', 'Every new dependency gets a timeout and a breaker'),
  shop.later(103.6, 'priya', 'Alert on waiting connections, not on the pool being full'),
];

/** What the scribe ticks off while others work. */
const ticked = (minute: number, checklist: string, ...steps: string[]): readonly Step[] =>
  steps.map((step, index) => shop.tick(minute + index * 0.05, 'jonas', checklist, step));
const checklists: readonly Step[] = [
  ...ticked(53.4, 'sev1-detection', 'commander', 'severity', 'summary', 'bridge'),
  ...ticked(54.6, 'sev1-detection', 'internal-update'),
  ...ticked(58.4, 'sev1-response', 'roles', 'impact', 'exit-criteria'),
  ...ticked(60.6, 'sev1-detection', 'public-update'),
  ...ticked(85.2, 'sev1-response', 'changes', 'needs', 'hypotheses'),
  ...ticked(93.2, 'sev1-mitigation', 'freeze', 'proposal'),
  ...ticked(95.2, 'sev1-mitigation', 'update'),
];

/** Who is told what, and when. */
const words: readonly Step[] = [
  shop.tells(
    54,
    'ines',
    'first',
    'SEV1: sign-in and checkout fail across the shop. Maya commands, bridge is open.',
    74,
  ),
  ...shop.publishes(
    59.8,
    ['ines', 'maya'],
    'first public',
    'We are looking into problems with signing in and checking out. Orders that were placed before are not affected.',
    { next: 80, components: COMPONENTS },
  ),
  shop.tells(
    74.2,
    'ines',
    'second',
    'No checkout at all any more. The database pool is exhausted; cause not certain yet.',
    94,
  ),
  ...shop.publishes(
    92,
    ['ines', 'maya'],
    'second public',
    'The cause is found. Signing in comes back first, then checkout. Payments that were made are safe.',
    { next: 115, components: COMPONENTS },
  ),
  shop.tells(94.5, 'ines', 'third', 'Cause: pool too small, kept full by retries. Breakers go in, login first.', 114),
  ...shop.publishes(
    117,
    ['ines', 'maya'],
    'third public',
    'Signing in works again for most of you. Checkout follows.',
    {
      next: 150,
      components: [
        { name: 'Sign-in', state: 'degraded' },
        { name: 'Checkout', state: 'outage' },
      ],
    },
  ),
];

export const work: readonly Step[] = [...picture, ...tasks, ...checklists, ...words];
