import { hasAdministrator } from '@sitrep/shared/people/state';
import { createPinoLogger } from './adapters/pino-logger.ts';
import { systemClock } from './adapters/system-clock.ts';
import { configWarnings } from './config-warnings.ts';
import { parseConfig, type Config } from './config.ts';
import { makeSignInLink } from './identity/sign-in-link.ts';
import type { Logger } from './ports/logger.ts';
import { serve, type End, type Serving } from './serve.ts';
import { startFault } from './start-fault.ts';
import { stopOnSignals } from './stop-on-signals.ts';
import { surviveClosedOutput } from './survive-closed-output.ts';

const run = async (config: Config, logger: Logger, end: End): Promise<void> => {
  const serving = await serve({ config, clock: systemClock, logger, end });
  await greet(serving, logger);
  stopOnSignals(serving.stop, logger);
};

/** What whoever started it needs to know, in the words of people. */
const greet = async ({ core, baseUrl }: Serving, logger: Logger): Promise<void> => {
  const lines = ['', `  Sitrep is serving at ${baseUrl}`];
  const isNew = !hasAdministrator(core.people.directory);
  if (isNew || process.stdout.isTTY) {
    try {
      const link = await makeSignInLink(core, baseUrl);
      lines.push('', `  ${isNew ? 'Open this to become its administrator' : 'Sign in'} (works once, within the hour):`);
      lines.push(`  ${link}`);
    } catch (error) {
      // Those who are signed in can work; a link can be asked for later.
      logger.warn({ error }, 'no sign-in link could be made');
    }
  }
  lines.push('', '  Ctrl-C stops it.', '');
  process.stdout.write(`${lines.join('\n')}\n`);
};

// What is made from here on is for the account that runs the server, wherever the data folder lies.
process.umask(0o077);
surviveClosedOutput();
const logger = createPinoLogger(process.stdout.isTTY);
/** Nobody knows what state memory is in, but the log holds all that was acknowledged: start again from there. */
const end: End = (error) => {
  logger.error({ error }, 'a fault that nothing expects; ending');
  process.exit(70);
};
process.on('uncaughtException', end);
process.on('unhandledRejection', end);

try {
  const config = parseConfig(process.env);
  for (const line of configWarnings(process.env, config)) process.stderr.write(`${line}\n`);
  await run(config, logger, end);
} catch (error) {
  const line = startFault(error);
  process.stderr.write(`${line ?? String((error as Error).stack)}\n`);
  process.exit(1);
}
