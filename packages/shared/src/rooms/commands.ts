import { clockCommands } from './clocks/commands.ts';
import { handoverCommands } from './handover/commands.ts';
import { roleCommands } from './roles/commands.ts';

/** Commands whose decision looks at the whole room: they belong to no domain alone. */
export const roomCommands = { ...clockCommands, ...handoverCommands, ...roleCommands } as const;
