import { ConfigFault } from '../config.ts';
import type { ControlRequest } from '../control/control-socket.ts';
import { DEMO_USAGE } from './demo-options.ts';

const USAGE = `Usage: npm run sitrep -- <command>

  sign-in-link [@handle]   a link that signs in once: as the first administrator, as the person named,
                           or else as an administrator
  verify-log               check every checksum and the chain of the log
  backup <file>            copy the log to a new file, while the server runs, and verify the copy
${DEMO_USAGE}

The data folder is SITREP_DATA (./data). A running server is asked; without one the folder is opened directly. A demo
uses neither: it is a server and a folder of its own.`;

/** What to do, or the help text. @throws ConfigFault for what is no command */
export const parseCommandLine = ([command, argument, ...rest]: readonly string[]): ControlRequest | string => {
  if (command === undefined || command === 'help' || command === '--help') return USAGE;
  if (rest.length > 0) throw new ConfigFault(`"${rest[0] ?? ''}" is one word too many.\n\n${USAGE}`);
  switch (command) {
    case 'sign-in-link':
      return argument === undefined ? { command } : { command, handle: argument };
    case 'verify-log':
      if (argument !== undefined) throw new ConfigFault(`verify-log takes nothing more.\n\n${USAGE}`);
      return { command };
    case 'backup':
      if (argument === undefined) throw new ConfigFault(`backup needs the file to write.\n\n${USAGE}`);
      return { command, target: argument };
    default:
      throw new ConfigFault(`There is no command "${command}".\n\n${USAGE}`);
  }
};
