import type { UserId } from '@sitrep/shared/kernel/ids';
import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { cardMarkdown } from './markdown.ts';
import { cardSections, type CardWording } from './sections.ts';

const names: Readonly<Record<string, string>> = { ana: 'Ana', bo: 'Bo' };
const wording: CardWording = {
  t: createTranslator({ locale: 'en', messages: en, namespace: 'handover' }),
  severity: (severity) => `SEV${severity}`,
  status: (status) => status,
  role: (role) => role,
  person: (id) => names[id] ?? 'Somebody',
  time: (at) => `at ${at}`,
};
const [ANA, BO] = ['ana' as UserId, 'bo' as UserId];

const empty: HandoverCard = {
  key: 'INC-2026-0042',
  title: 'Checkout fails',
  severity: 1,
  status: 'mitigating',
  startedAt: 1,
  summary: '',
  impact: { users: '', business: '', reputation: '', numbers: [] },
  causes: [],
  objectives: '',
  criteria: [],
  hypotheses: [],
  mitigations: [],
  tasks: [],
  roles: [],
  responders: [],
  needs: [],
  tried: [],
  leftOut: 0,
};

const full: HandoverCard = {
  ...empty,
  summary: 'Cards are refused.\nSince the deploy.',
  impact: {
    users: 'Nobody can pay',
    business: 'No orders',
    reputation: '',
    numbers: [{ label: 'Failed', value: '38 %' }],
    trend: 'worse',
  },
  causes: ['The pool is too small'],
  objectives: 'Serve again',
  criteria: [
    { text: 'Errors below 1 %', met: true },
    { text: 'Queue is empty', met: false },
  ],
  mitigations: [
    { number: 2, title: 'Roll back', status: 'executing', owner: BO, dueAt: 5 },
    { number: 3, title: 'Restart', status: 'proposed' },
  ],
  hypotheses: [
    { number: 1, text: 'DNS', status: 'testing', tester: ANA, until: 6 },
    { number: 4, text: 'Disk', status: 'open' },
  ],
  tasks: [
    { number: 1, text: 'Check the log', assignee: BO, dueAt: 7, acknowledged: false },
    { number: 2, text: 'Call support', assignee: ANA, acknowledged: true },
  ],
  roles: [{ role: 'commander', userId: ANA }],
  responders: [BO],
  needs: [
    { number: 1, text: 'A database engineer' },
    { number: 2, text: 'A translator', claimedBy: BO },
  ],
  tried: [
    { kind: 'mitigation', number: 1, what: 'Scale up', outcome: 'ineffective', seen: 'Still 38 %' },
    { kind: 'hypothesis', number: 5, what: 'Cache', outcome: 'ruled-out' },
  ],
  nextUpdateDueAt: 9,
  leftOut: 2,
};

const MARKDOWN = `## SEV1 INC-2026-0042 Checkout fails

mitigating, since at 1

### Situation

- Cards are refused.
  Since the deploy.
- Cause: The pool is too small

### Impact

- Users: Nobody can pay
- Business: No orders
- Failed: 38 %
- It gets worse.

### Objectives

- Serve again

### Exit criteria

- [x] Errors below 1 %
- [ ] Queue is empty

### Mitigations under way

- M2 Roll back: executing, by Bo, until at 5
- M3 Restart: proposed

### Suspected causes

- H1 DNS: Ana tests it, until at 6
- H4 Disk: nobody tests it

### Tasks

- T1 Check the log: Bo, due at 7, not acknowledged
- T2 Call support: Ana

### What was tried

- M1 Scale up: did not work. Still 38 %
- H5 Cache: ruled out

### Who does what

- commander: Ana
- Also here: Bo

### Needs

- A database engineer: nobody yet
- A translator: Bo is on it

### Next status update

- at 9

2 more lines are in the room.
`;

describe('the handover card in words', () => {
  it('[HAND-9] is Markdown from the situation to what comes next', () => {
    expect(cardMarkdown(full, wording)).toBe(MARKDOWN);
  });

  it('[HAND-9] leaves out what is empty, but not that nobody commands', () => {
    expect(cardSections(empty, wording)).toEqual([{ title: 'Who does what', lines: [{ text: 'Nobody commands.' }] }]);
  });

  it('[HAND-9] keeps what people wrote as text', () => {
    const markdown = cardMarkdown({ ...empty, title: '*a* [b](c)', summary: '<img src=x>\n# no heading' }, wording);
    expect(markdown).toContain(String.raw`\*a\* \[b\](c)`);
    expect(markdown).toContain(String.raw`- \<img src=x\>` + '\n  ' + String.raw`\# no heading`);
  });
});
