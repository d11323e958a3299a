import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { Router } from 'express';
import { cookieValue, THEME_COOKIE } from './cookies.ts';

const THEMES = new Set(['light', 'dark', 'tv']);
const UNSTAMPED = 'data-theme="system"';

/** The built page and its files; the page is stamped with the reader's theme, so that nothing flashes. */
export const webFiles = (folder: string): Router => {
  const router = Router();
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get('/{*page}', async (request, response) => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    const theme = cookieValue(request.headers.cookie, THEME_COOKIE) ?? '';
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(THEMES.has(theme) ? page.replace(UNSTAMPED, `data-theme="${theme}"`) : page);
  });
  return router;
};
