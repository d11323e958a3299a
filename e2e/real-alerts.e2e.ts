import { expect, test } from './fixtures/test.ts';
import { Monitoring, monitoringIsMissing } from './support/prometheus.ts';

const missing = monitoringIsMissing();
test.skip(missing !== undefined, missing);

test('[ING-40] A rule of a real Prometheus fires: its incident appears before my eyes, and says so when all is well again', async ({
  administrator,
  sitrep,
}) => {
  const { token = '' } = await administrator.command('integration.create', {
    name: 'Production',
    source: 'alertmanager',
  });
  const monitoring = await Monitoring.start({ url: `${sitrep.listensAt}/api/v1/ingest/alertmanager`, token });
  try {
    monitoring.breakCheckout();
    const row = administrator.row('Checkout is down');
    await expect(row).toContainText('SEV2', { timeout: 20_000 });
    await expect(row).toContainText('1 alert fires');
    await row.getByRole('link').click();
    const room = administrator.page.getByRole('main');
    await expect(room.getByRole('heading', { name: 'Checkout is down' })).toBeVisible();
    await expect(room.getByRole('region', { name: 'Affected services' })).toContainText('checkout');
    monitoring.mendCheckout();
    await expect(room).toContainText('All alerts have resolved', { timeout: 20_000 });
    await expect(room.getByRole('button', { name: 'Status Detected: change' })).toBeVisible();
  } finally {
    await monitoring.stop();
  }
});
