import { expect, test } from './fixtures/test.ts';

const HOST = 'war-room.test';

test.use({
  hostName: HOST,
  // A name in a LAN: what Chromium grants to HTTPS and to localhost, it does not grant here.
  launchOptions: async ({ launchOptions }, provide) => {
    const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
    await provide({ ...launchOptions, args });
  },
});

test('[JRN-90] In a LAN without HTTPS everything works all the same', async ({ person, sitrep }) => {
  const ana = await person('Ana', 'ana', 'commander');
  const ben = await person('Ben', 'ben', 'responder');
  expect(ana.page.url()).toBe(`http://${HOST}:${sitrep.port}/`);
  const has = await ana.page.evaluate(() => ({
    secureContext: window.isSecureContext,
    randomUuid: 'randomUUID' in crypto,
    locks: 'locks' in navigator,
    serviceWorker: 'serviceWorker' in navigator,
    clipboard: 'clipboard' in navigator,
  }));
  expect(has).toEqual({
    secureContext: false,
    randomUuid: false,
    locks: false,
    serviceWorker: false,
    clipboard: false,
  });

  await ana.page.keyboard.press('c');
  await ana.page.getByLabel('What is broken?').fill('Checkout answers with errors');
  await ana.page.keyboard.press('Control+Enter');
  await ana.page.getByRole('button', { name: 'Take command (I)' }).click();
  await expect(ana.room.role('Incident Commander')).toHaveAccessibleName('Incident Commander: Ana');

  await ben.row('Checkout answers with errors').getByRole('link').click();
  await ben.room.writes('Written in a second browser');
  await expect(ana.room.entry('Written in a second browser')).toContainText('Ben');
  await ana.room.writes('/sev 1');
  await expect(ben.room.severity).toHaveAccessibleName('Severity SEV1: change');

  await test.step('two tabs of one person, with nothing to lock, send each note once', async () => {
    const other = await ana.opensAnotherTab();
    await other.page.goto(ana.page.url());
    await other.room.writes('From the second tab');
    await ana.room.writes('From the first tab');
    for (const { room } of [ana, other, ben]) {
      await expect(room.entry('From the second tab')).toHaveCount(1);
      await expect(room.entry('From the first tab')).toHaveCount(1);
      await expect(room.log).not.toContainText(/Sending|Unsent/);
    }
  });

  await test.step('what is copied can at least be marked', async () => {
    await ana.page.getByRole('button', { name: 'You: Ana' }).click();
    await ana.page.getByRole('menuitem', { name: 'Sign in on another device…' }).click();
    await expect(ana.page.getByLabel('Sign-in link')).toHaveValue(
      new RegExp(`^http://${HOST}:${sitrep.port}/sign-in#token=`),
    );
  });
});
