import type { Checklist } from '@sitrep/shared/checklists/state';
import { DEFAULT_CHECKLISTS } from '@sitrep/shared/settings/default-checklists';
import { expect, it } from 'vitest';
import { inPhases, isUnfolded, progressOf, startable } from './fold.ts';

const list = (id: string, phase: Checklist['phase'], startedAt = 0, steps: readonly object[] = []): Checklist =>
  ({ id, phase, startedAt, steps, title: id }) as Checklist;

it('[CHK-20] stand in the order of their phases', () => {
  const lists = [list('m', 'mitigation'), list('d2', 'detection', 2), list('d1', 'detection', 1)];
  expect(inPhases(lists).map(({ id }) => id)).toEqual(['d1', 'd2', 'm']);
});

it('[CHK-20] of the present phase are open, others folded, unless somebody says otherwise', () => {
  const nothing = new Map<string, boolean>();
  expect(isUnfolded(list('d', 'detection'), 'detected', nothing)).toBe(true);
  expect(isUnfolded(list('d', 'detection'), 'investigating', nothing)).toBe(false);
  expect(isUnfolded(list('m', 'mitigation'), 'identified', nothing)).toBe(true);
  expect(isUnfolded(list('m', 'resolution'), 'closed', nothing)).toBe(false);
  expect(isUnfolded(list('d', 'detection'), 'investigating', new Map([['d', true]]))).toBe(true);
  expect(isUnfolded(list('d', 'detection'), 'detected', new Map([['d', false]]))).toBe(false);
});

it('[CHK-20] say how many steps want nothing any more', () => {
  const steps = [{ state: 'ticked' }, { state: 'skipped' }, { state: 'open' }];
  expect(progressOf(list('d', 'detection', 0, steps))).toEqual({ done: 2, all: 3 });
});

it('[CHK-5] what is there already is not offered again', () => {
  const offered = startable(DEFAULT_CHECKLISTS, [list('sev1-detection', 'detection')]).map(({ id }) => id);
  expect(offered).not.toContain('sev1-detection');
  expect(offered).toHaveLength(DEFAULT_CHECKLISTS.length - 1);
});
