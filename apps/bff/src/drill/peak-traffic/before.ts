import { roomSteps } from '../room-steps.ts';
import type { Step } from '../step.ts';
import { acknowledges, fires } from './monitoring.ts';

const pages = roomSteps('product-pages');

/** The promotion opens, alerts come in one by one, and nobody sees yet that they are one thing. */
export const before: readonly Step[] = [
  fires(15.2, 'pool'),
  fires(17.3, 'wait'),
  acknowledges(20.2, 'priya', 'pool'),
  fires(40.2, 'catalog', 'metadata'),
  fires(42.2, 'gateway'),
  fires(45.2, 'storefront', 'login', 'orders'),
  pages.declare(46.4, 'hannah', {
    title: 'Product pages time out',
    severity: 3,
    services: ['product-catalog'],
    detection: 'monitoring',
    started: 40,
  }),
  pages.take(46.7, 'hannah', 'commander'),
  pages.note(48.1, 'hannah', 'Going through our release of this morning. Nothing in it touches queries.'),
];
