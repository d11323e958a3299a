import path from 'node:path';
import type { DirectoryView } from '../identity/directory-view.ts';
import type { Sessions } from '../identity/sessions.ts';
import { makeSignInLink } from '../identity/sign-in-link.ts';
import { EventLogFault } from '../ports/event-log.ts';
import { backUp, type BackupParts } from './back-up.ts';
import type { ControlHandler } from './control-socket.ts';

type Report =
  | { readonly outcome: 'intact'; readonly events: number; readonly head: number; readonly chainHead: string }
  | { readonly outcome: 'damaged'; readonly position: number | undefined; readonly message: string };

/** What a storage can do besides storing. */
export type Maintenance = {
  verify(): Promise<Report>;
  backup(targetFile: string): Promise<Extract<Report, { outcome: 'intact' }>>;
};

type Deps = {
  readonly core: { readonly people: DirectoryView; readonly sessions: Sessions };
  readonly storage: Maintenance;
  readonly backupFiles: BackupParts['files'];
  /** Where the log lies, for the answers. */
  readonly folder: string;
  readonly baseUrl: string;
};

/** The commands of the command line, in the server or beside a data folder that no server owns. */
export const controlHandler =
  ({ core, storage, backupFiles, folder, baseUrl }: Deps): ControlHandler =>
  async (request) => {
    switch (request.command) {
      case 'sign-in-link':
        return makeSignInLink(core, baseUrl, request.handle);
      case 'verify-log': {
        const report = await storage.verify();
        if (report.outcome === 'damaged') throw new EventLogFault('damaged', report.message, report.position);
        return `The log in ${path.resolve(folder)} is whole: ${report.events} events, up to position ${report.head}. Chain: ${report.chainHead}`;
      }
      case 'backup':
        return backUp({ log: (target) => storage.backup(target), files: backupFiles }, folder, request.target);
    }
  };
