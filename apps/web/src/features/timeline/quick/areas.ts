import type { QuickArea } from './area.ts';
import { clocksArea } from './clocks.ts';
import { hypothesesArea } from './hypotheses.ts';
import { mitigationsArea } from './mitigations.ts';
import { relationsArea } from './relations.ts';
import { tasksArea } from './tasks.ts';
import { situationArea } from './situation.ts';
import { updatesArea } from './updates.ts';
import { rosterArea } from './roster.ts';

/** Every part of the room that has commands of its own; in the order of suggestions. */
export const AREAS: readonly QuickArea[] = [
  situationArea,
  hypothesesArea,
  tasksArea,
  mitigationsArea,
  updatesArea,
  rosterArea,
  clocksArea,
  relationsArea,
];

export const areaOf = (command: string): QuickArea | undefined => AREAS.find(({ names }) => names.includes(command));
