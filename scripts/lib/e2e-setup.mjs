import { ensureBuilt } from './build.mjs';

/** For `playwright test` called by hand; after `npm test` everything is already built. */
export default async function buildWhatIsOld() {
  await ensureBuilt();
}
