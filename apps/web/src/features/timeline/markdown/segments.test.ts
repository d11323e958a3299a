import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { looksLikeMarkdown, segmentsOf } from './segments.ts';

// Hundreds of random texts take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const kinds = (text: string) => segmentsOf(text).map(({ kind }) => kind);

describe('what is Markdown', () => {
  it.each([
    'a **strong** word',
    'see `kubectl get pods`',
    '- one\n- two',
    '1. one',
    '> they said so',
    '# Heading',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '[runbook](https://wiki.example/42)',
    'this is *important*',
    'this is _important_',
    '~~not any more~~',
    '```\ncode\n```',
  ])('[WRITE-1] %j is', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });

  it.each([
    'Errors since 11:04',
    'SELECT * FROM orders WHERE a * b > 3',
    'rm *.log and *.tmp',
    'snake_case_name and __init__',
    '2*3*4 = 24',
    '/var/log/*.log',
    '<script>alert(1)</script>',
    'a < b and b > c',
    'C:\\Users\\ana',
    '#general',
    'https://example.org/a_b_c',
    '-5 degrees',
  ])('[WRITE-1] %j is not', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe('[WRITE-2] what machines wrote stands apart', () => {
  it.each([
    ['dated lines', '2026-11-20 14:35:02 a *b* c\n2026-11-20 14:35:03 d\n2026-11-20 14:35:04 e'],
    ['system logs', 'Nov 20 14:35:02 db1 kernel: a\nNov 20 14:35:03 db1 kernel: b\nNov  1 14:35:04 db1 kernel: c'],
    ['levels', 'ERROR: a\nWARN b\n[INFO] c'],
    ['stack traces', 'Caused by: java.lang.Error\n\tat a.B.c(D.java:1)\n\tat a.B.d(D.java:2)'],
    ['Python', 'Traceback (most recent call last):\n  File "a.py", line 3, in b\n    c()'],
    ['pairs', 'level=info msg=a took=3\nlevel=info msg=b took=4\nlevel=warn msg=c took=5'],
    ['JSON', '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}'],
    ['a diff', 'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@'],
  ])('%s', (_name, text) => {
    expect(kinds(text)).toEqual(['log']);
  });

  it('with words before and after', () => {
    const text = 'The database says:\nERROR a\nERROR b\nERROR c\nSo we **restart** it.';
    expect(kinds(text)).toEqual(['plain', 'log', 'markdown']);
  });

  it.each(['ERROR a\nERROR b', '- a\n  - b\n  - c', 'Cause: a disk\nImpact: checkout\nNext: failover'])(
    'but not %j',
    (text) => {
      expect(kinds(text)).not.toContain('log');
    },
  );

  it('and what stands between fences is left to Markdown', () => {
    expect(kinds('```\nERROR a\nERROR b\nERROR c\n```')).toEqual(['markdown']);
    expect(kinds('```\nERROR a\nERROR b\nERROR c')).toEqual(['markdown']);
  });
});

describe('[WRITE-8] a text of nothing but marks stays as it was typed', () => {
  const units = ['[', '*', '> ', '`a', '**a ', '_a ', '![', '[a](', '- ', '~~a', '1. ', '*a_ **b__ ', '[x](y) '];
  it.each(units)('%j', (unit) => {
    expect(kinds(unit.repeat(20_000 / unit.length))).toEqual(['plain']);
    expect(kinds('1. '.repeat(9))).toEqual(['plain']);
  });

  it('a long one with code between fences does not', () => {
    expect(kinds(`It **failed**:\n\`\`\`\n${'a * b\n'.repeat(1_000)}\`\`\``)).toEqual(['markdown']);
  });
});

it('[WRITE-3] no line is lost on the way', () => {
  const line = fc.oneof(
    fc.constantFrom('```', 'ERROR x', '  indented', '', '- item', '{', '"a": 1', '\tat x.y', '2026-01-01 10:00:00 z'),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join('\n');
      const words = (value: string) => value.split(/\s+/u).filter((word) => word !== '');
      expect(segmentsOf(text).flatMap((segment) => words(segment.text))).toEqual(words(text));
    }),
  );
});
