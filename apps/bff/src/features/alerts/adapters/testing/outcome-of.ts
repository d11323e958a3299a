import { isRefusal } from '@sitrep/shared/kernel/errors';
import { commandDefinition } from '@sitrep/shared/protocol/catalogue';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { parseJson } from '../../../../http/json-body.ts';
import type { SourceAdapter } from '../reading.ts';

export const NOW = Date.UTC(2026, 6, 19, 16);
const UUID = '01980000-0000-7000-8000-000000000000';

/** What became of a body: its readings, each fit to be stored, or the refusal that its sender gets. */
export const outcomeOf = (adapter: SourceAdapter, text: string) => {
  try {
    const body = parseJson(text, { maxDepth: 32, bigIntegersAsText: true });
    const readings = [...adapter.read(body, NOW)];
    for (const reading of readings) {
      if (reading.kind !== 'firing' && reading.kind !== 'resolved') continue;
      const { fingerprint, content } = reading;
      const command = { alertId: UUID, integrationId: UUID, fingerprint, content };
      expect(z.safeParse(commandDefinition('alert.fire').schema, command).error).toBeUndefined();
      expect(content.title).not.toBe('');
      expect(content.group.length).toBeLessThanOrEqual(260);
      expect(JSON.parse(JSON.stringify(content))).toEqual(content);
    }
    return { readings };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    expect(error.code).toBe('invalid');
    expect(error.details.faults?.[0]?.message).not.toBe('');
    return { refused: error.message };
  }
};
