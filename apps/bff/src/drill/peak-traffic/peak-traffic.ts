import { inOrder, type Scenario } from '../step.ts';
import { alone } from './alone.ts';
import { background } from './background.ts';
import { before } from './before.ts';
import { breakers } from './breakers.ts';
import { castSteps } from './cast.ts';
import { causes } from './causes.ts';
import { declared } from './declared.ts';
import { monitoringSteps } from './monitoring.ts';
import { recovery } from './recovery.ts';
import { work } from './work.ts';

const DAYS_BEFORE = -4 * 24 * 60;

/** Minute 0 is the opening of a promotion. Everything is resolved after three and a half hours. */
export const peakTraffic: Scenario = {
  title: 'Cascading failure',
  steps: inOrder(
    castSteps(DAYS_BEFORE),
    monitoringSteps(DAYS_BEFORE + 60),
    background,
    before,
    declared,
    alone,
    breakers,
    recovery,
    causes,
    work,
  ),
  seats: [
    { handle: 'maya', name: 'Maya Lindqvist', as: 'incident commander' },
    { handle: 'tomas', name: 'Tomás Rey', as: 'technical lead' },
    { handle: 'carla', name: 'Carla Mendes', as: 'watches only' },
  ],
};
