import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { ConfigFault, type Config } from './config.ts';
import { createCore, type Core } from './core.ts';
import type { Clock } from './ports/clock.ts';
import type { DocStore } from './ports/doc-store.ts';
import type { EventLog } from './ports/event-log.ts';
import type { IdGenerator } from './ports/id-generator.ts';
import type { ProjectionSnapshot } from './ports/snapshot-store.ts';

export const readStoreFile = (dataFolder: string, layout: number): string =>
  path.join(dataFolder, 'cache', `read-${layout}.sqlite`);
/** What people attached. */
export const filesFolder = (dataFolder: string): string => path.join(dataFolder, 'files');
export const cacheFolder = (dataFolder: string): string => path.join(dataFolder, 'cache');

/** @throws ConfigFault */
export const refuseFile = (dataFolder: string): void => {
  if (existsSync(dataFolder) && !statSync(dataFolder).isDirectory()) {
    throw new ConfigFault(`SITREP_DATA: ${path.resolve(dataFolder)} is a file, takes a folder.`);
  }
};

export const addressOf = ({ host, port, baseUrl }: Pick<Config, 'host' | 'port' | 'baseUrl'>): string => {
  if (baseUrl !== undefined) return baseUrl;
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${reachable}:${port}`;
};

type Parts = {
  readonly log: EventLog;
  readonly docs: DocStore;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly secret: string;
  readonly snapshot?: ProjectionSnapshot | undefined;
};

/** The core over a storage, from a snapshot where that belongs to this log. */
export const coreFromSnapshot = async ({ snapshot, ...parts }: Parts): Promise<Core> =>
  createCore({ ...parts, snapshot: await matching(parts.log, snapshot) });

const matching = async (
  log: EventLog,
  snapshot: ProjectionSnapshot | undefined,
): Promise<ProjectionSnapshot | undefined> => {
  if (snapshot === undefined || snapshot.position > log.head()) return undefined;
  const [event] = await log.readAll(snapshot.position - 1, 1);
  return event?.id === snapshot.lastEventId ? snapshot : undefined;
};
