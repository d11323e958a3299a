import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { Program } from './child.ts';
import { scratchFolder } from './scratch.ts';
import { noteText } from './sitrep.ts';
import { ROWS, type WebSite } from './web-site.ts';
import type { Posting } from './writers.ts';

const at = (path: string): string => fileURLToPath(new URL(`../limits/${path}`, import.meta.url));

const builtPage = async (): Promise<string> => {
  const outDir = scratchFolder();
  await build({
    root: at('bare-web'),
    configFile: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  return outDir;
};

let page: Promise<string> | undefined;

const posting =
  (idOf: (n: number) => number): Posting =>
  (n) => ({ path: '/command', headers: '', body: JSON.stringify({ id: idOf(n), text: noteText() }) });

/** React, one socket and one list, from a server that does nothing else. */
export const startBarePage = async (): Promise<WebSite> => {
  page ??= builtPage();
  const program = new Program([at('bare-web.mjs')], { PAGE: await page, ROWS: String(ROWS) });
  const port = Number(await program.printed(/^listening on (\d+)/));
  return {
    name: 'bare page',
    pid: program.pid,
    port,
    cookies: [],
    room: '/incidents/0',
    notes: posting(() => 0),
    changes: posting((n) => n % ROWS),
    openByAlert: async (title) => {
      await fetch(`http://127.0.0.1:${port}/command`, { method: 'POST', body: JSON.stringify({ title }) });
    },
    stop: () => program.stop('SIGKILL'),
  };
};
