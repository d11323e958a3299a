import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { Differences } from './differences.tsx';

const markup = (show: 'to' | 'both'): string =>
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={en} timeZone="UTC">
      <Differences from="50 requests failed" to="200 requests failed" show={show} />
    </IntlProvider>,
  ).replaceAll(/ class="[^"]*"/g, '');

describe('differences of two texts', () => {
  it('are said before the words, which keep their own text', () => {
    expect(markup('both')).toContain(
      '<span>removed: </span><del>50</del><span>different: </span><ins>200</ins> requests failed',
    );
  });

  it('leave out what is gone where only the new text is shown', () => {
    expect(markup('to')).toContain('<span>different: </span><ins>200</ins> requests failed');
    expect(markup('to')).not.toContain('50');
  });
});
