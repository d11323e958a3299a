// `npm run e2e [-- file or Playwright option]` is `npm test -- e2e …`.
process.argv.splice(2, 0, 'e2e');
await import('./test.mjs');
