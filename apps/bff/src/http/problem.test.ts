import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, test } from 'vitest';
import { problemHandler } from './problem.ts';

test.each([
  [{ status: 404 }, 404, 'not-found'],
  [{ status: 416 }, 400, 'invalid'],
  [new Error('a defect'), 500, 'internal'],
])('what Express refuses (%j) is answered in our words', async (error, status, code) => {
  const app = express();
  app.use((_request, _response, next) => next(error));
  app.use(problemHandler({ info: () => {}, warn: () => {}, error: () => {} }));
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ status, code })]);
  await new Promise((closed) => server.close(closed));
});
