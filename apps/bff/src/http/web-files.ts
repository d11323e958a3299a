import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { Router } from 'express';
import { cookieValue, DENSITY_COOKIE, THEME_COOKIE } from './cookies.ts';
import { packedFiles } from './packed-files.ts';
import { stampPage } from './stamp-page.ts';

/** The built page and its files; the page is stamped with the reader's theme and density, so that nothing flashes. */
export const webFiles = (folder: string): Router => {
  const assets = path.join(folder, 'assets');
  const router = Router();
  router.use(
    '/assets',
    packedFiles(assets),
    express.static(assets, { immutable: true, maxAge: '1y', fallthrough: false, index: false }),
  );
  router.use(express.static(folder, { index: false, maxAge: '1h' }));
  router.get('/{*page}', async (request, response) => {
    const page = await readFile(path.join(folder, 'index.html'), 'utf8');
    const { cookie } = request.headers;
    const look = { theme: cookieValue(cookie, THEME_COOKIE), density: cookieValue(cookie, DENSITY_COOKIE) };
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(stampPage(page, look));
  });
  return router;
};
