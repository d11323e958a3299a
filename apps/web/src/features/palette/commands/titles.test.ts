import { expect, it } from 'vitest';
import { OFFERED } from './plan.ts';
import { commandTitle } from './titles.ts';

it('[KEY-28] a title and what it adds, without what is for those who write programs', () => {
  expect(commandTitle('incident.change-summary')).toEqual({
    title: 'Change the summary',
    detail: 'What is broken, for whom.',
  });
  expect(commandTitle('incident.change-title')).toEqual({ title: 'Change the title', detail: '' });
  for (const type of OFFERED) expect(JSON.stringify(commandTitle(type))).not.toContain('`');
});
