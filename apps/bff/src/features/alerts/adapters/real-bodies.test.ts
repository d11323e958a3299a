import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ADAPTERS } from './sources.ts';
import { outcomeOf } from './testing/outcome-of.ts';

const adapters = Object.values(ADAPTERS);
const payloads = fileURLToPath(new URL('../../../../../../../shared/data/payloads/', import.meta.url));

const bodiesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^/]+\/[^/]+$/.test(name))
    .toSorted();

describe.skipIf(!existsSync(payloads))(
  '[ING-29] real bodies of 22 tools are understood or refused with a sentence',
  () => {
    const files = existsSync(payloads) ? bodiesIn(payloads) : [];

    test.each(files)('%s', (file) => {
      const text = readFileSync(`${payloads}/${file}`, 'utf8');
      for (const adapter of adapters) {
        const { readings, refused } = outcomeOf(adapter, text);
        expect(refused ?? readings).toBeTruthy();
      }
    });

    test.each(files.filter((file) => /^(alertmanager|grafana-unified)\//.test(file)))('alert by alert: %s', (file) => {
      const { readings = [] } = outcomeOf(ADAPTERS.alertmanager, readFileSync(`${payloads}/${file}`, 'utf8'));
      expect(readings).not.toEqual([]);
      expect(readings.filter(({ kind }) => kind !== 'firing' && kind !== 'resolved')).toEqual([]);
    });
  },
);
