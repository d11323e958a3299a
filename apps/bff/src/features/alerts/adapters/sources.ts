import { SOURCES, type AlertSource } from '@sitrep/shared/alerts/values';
import { alertmanager } from './alertmanager.ts';
import { generic } from './generic.ts';
import type { SourceAdapter } from './reading.ts';

/** Every kind of tool that may send alerts. A new one is a file beside this and a line here. */
export const ADAPTERS: Readonly<Record<AlertSource, SourceAdapter>> = { alertmanager, generic };

export const isSource = (name: string): name is AlertSource => SOURCES.some((source) => source === name);
