import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Monitoring, monitoringIsMissing } from './support/prometheus.ts';

type Sent = { readonly name: string; readonly status: string };
type Body = {
  readonly alerts: readonly { readonly status: string; readonly labels: { readonly alertname: string } }[];
};

const missing = monitoringIsMissing();
test.skip(missing !== undefined, missing);

test('A real Alertmanager sends what a real rule finds, with its token, until it is mended', async () => {
  const sent: Sent[] = [];
  const tokens = new Set<string | undefined>();
  const receiver = createServer((request, response) => {
    tokens.add(request.headers.authorization);
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { alerts } = JSON.parse(text) as Body;
      sent.push(...alerts.map(({ status, labels }) => ({ status, name: labels.alertname })));
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const monitoring = await Monitoring.start({ url, token: 'of-this-test' });
  try {
    await expect.poll(() => sent, { timeout: 30_000 }).toContainEqual({ name: 'Watchdog', status: 'firing' });
    expect(sent).not.toContainEqual({ name: 'CheckoutDown', status: 'firing' });
    monitoring.breakCheckout();
    await expect.poll(() => sent, { timeout: 30_000 }).toContainEqual({ name: 'CheckoutDown', status: 'firing' });
    monitoring.mendCheckout();
    await expect.poll(() => sent, { timeout: 30_000 }).toContainEqual({ name: 'CheckoutDown', status: 'resolved' });
    expect([...tokens]).toEqual(['Bearer of-this-test']);
  } finally {
    await monitoring.stop();
    receiver.closeAllConnections();
    receiver.close();
  }
});
