import type { Core } from '../core.ts';
import type { Logger } from '../ports/logger.ts';
import { clockDues } from './clock-dues.ts';
import { Clocks } from './clocks.ts';
import { updateReleases } from './update-releases.ts';

/** What is given at its moment, all by one scheduler. */
export const createClocks = ({ bus, clock, openSet, pipeline }: Core, logger: Logger): Clocks =>
  new Clocks({ bus, clock, openSet, pipeline, logger, sources: [clockDues, updateReleases] });
