import { ConfigFault } from './config.ts';
import { isEventLogFault } from './ports/event-log.ts';

/** One line for what whoever starts the server can put right; `portBy` is how they choose a port. */
export const startFault = (error: unknown, portBy = 'SITREP_PORT'): string | undefined => {
  if (error instanceof ConfigFault || isEventLogFault(error)) return error.message;
  const { code, syscall, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  if (code === 'EADDRINUSE') return `Port ${port} on ${address} is taken. Choose another one with ${portBy}.`;
  if (code === 'EACCES') return `Port ${port} is not for this account. Choose one above 1023 with ${portBy}.`;
  return `SITREP_HOST: nothing can listen there (${code}).`;
};
