import { describe, expect, it } from 'vitest';
import type { IncidentStatus } from '../incidents/values.ts';
import { lintExternal, type LintCode } from './lint.ts';

const NEXT = Date.UTC(2026, 2, 1, 13);

const CONTEXT = {
  status: 'investigating' as IncidentStatus,
  internalNames: ['Hydra'],
  services: ['checkout', 'checkout-api', 'PayCore'],
};

const lint = (text: string, more: Partial<typeof CONTEXT> = {}) =>
  lintExternal({ text, components: [], nextAt: NEXT }, { ...CONTEXT, ...more });

const wordsOf = (code: LintCode, text: string): readonly (string | undefined)[] =>
  lint(text)
    .filter((finding) => finding.code === code)
    .map(({ words }) => words);

describe('texts for customers', () => {
  it.each([
    ['Payments will be back within 10 minutes.', ['within 10 minutes']],
    ['We expect to restore card payments in about two hours.', ['in about two hours']],
    ['Logins are expected to be fixed by 3 pm.', ['expected to be fixed', 'by 3 pm']],
    ['The fix will be complete by 15:30 UTC.', ['by 15:30']],
    ['ETA for recovery: 20 minutes.', ['ETA']],
    ['Estimated resolution time is unknown.', ['Estimated resolution']],
    ['Everything will be working again tomorrow.', ['tomorrow']],
    ['We will have it resolved by the end of the day.', ['by the end of the day']],
    ['We’ll restore exports in a few hours.', ['in a few hours']],
    ['Transfers will be available again at 16:00 UTC.', ['at 16:00']],
  ])('[UPD-60] %j promises a time', (text, words) => {
    expect(wordsOf('promises-time', text)).toEqual(words);
  });

  it.each([
    'Next update at 15:30 UTC.',
    'We will post the next update within 30 minutes.',
    'We will tell you more by 16:00.',
    'The next information follows in 20 minutes.',
    'Payments failed between 14:10 and 14:52 UTC.',
    'The problem was fixed within 10 minutes.',
    'Orders placed in the last 2 hours are not lost.',
    'By 14:52 all card payments had recovered.',
    'We have no ETA yet.',
    'Since 9:30 today card payments fail.',
    'Exports take 20 minutes instead of two.',
    'The problem that began at 14:10 UTC is resolved.',
    'We know the cause of what began at 14:10 and are working on it.',
  ])('[UPD-60] %j promises none', (text) => {
    expect(wordsOf('promises-time', text)).toEqual([]);
  });

  it.each([
    ['Service will be restored shortly.', ['shortly']],
    ['We are working on it and will fix it as soon as possible.', ['as soon as possible']],
    ['It will work again soon.', ['soon']],
  ])('[UPD-61] %j is vague about time', (text, words) => {
    expect(wordsOf('vague-time', text)).toEqual(words);
  });

  it.each([
    'Payments failed shortly after 14:10 UTC.',
    'We will write as soon as we know more.',
    'Soon after the change, logins failed.',
  ])('[UPD-61] %j is not', (text) => {
    expect(wordsOf('vague-time', text)).toEqual([]);
  });

  it.each([
    ['See http://grafana.corp/d/1.', ['http://grafana.corp/d/1']],
    ['The host db-01 is down.', ['db-01']],
    ['pg.main.internal does not answer.', ['pg.main.internal']],
    ['Requests to 10.4.0.17 time out.', ['10.4.0.17']],
    ['Requests to 10.4.0.17:5432 time out.', ['10.4.0.17:5432']],
    ['fe80::1 is unreachable.', ['fe80::1']],
    ['localhost:8080 refuses connections.', ['localhost:8080']],
    ['Pods in pay.svc.cluster.local restart.', ['pay.svc.cluster.local']],
  ])('[UPD-62] %j names a machine', (text, words) => {
    expect(wordsOf('internal-address', text)).toEqual(words);
  });

  it.each([
    'Follow https://status.example.com for news.',
    'Our website www.example.com is down.',
    'Version 1.2.3.4 of the app cannot log in.',
    'Payments failed from 14:10:05 to 14:52:00.',
    'The mobile app and the API are slow. Reports, too.',
    'Error 503 is shown at checkout.',
    'About 40 % of logins fail, e.g. on iOS 17.',
  ])('[UPD-62] %j names none', (text) => {
    expect(wordsOf('internal-address', text)).toEqual([]);
  });

  it('[UPD-63] internal names are found as words, in whatever case', () => {
    expect(wordsOf('internal-name', 'HYDRA is down, and Hydrants are not.')).toEqual(['HYDRA']);
    expect(wordsOf('internal-name', 'Checkout fails because checkout-api and PayCore fail.')).toEqual([
      'checkout-api',
      'PayCore',
    ]);
  });

  it('[UPD-63] what customers know as a component is not internal', () => {
    const components = [{ name: 'Hydra', state: 'outage' as const }];
    expect(lintExternal({ text: 'Hydra is down.', components, nextAt: NEXT }, CONTEXT)).toEqual([]);
  });

  it.each([
    ['Logins should be fixed now.', ['should be fixed']],
    ['Payments should now be working again.', ['should now be working']],
    ['Hopefully nobody is affected.', ['Hopefully']],
    ['We think that the database failed.', ['We think']],
    ['The error seems to be resolved.', ['seems to be resolved']],
    ['It is probably a network error.', ['probably']],
  ])('[UPD-64] %j hedges', (text, words) => {
    expect(wordsOf('hedging', text)).toEqual(words);
  });

  it.each([
    'Failed payments should not be repeated by hand.',
    'You should see the correct balance in your account; if not, write to us: it fails for some.',
    'Card payments work again.',
  ])('[UPD-64] %j does not', (text) => {
    expect(wordsOf('hedging', text)).toEqual([]);
  });

  it('[UPD-65] blames nobody', () => {
    expect(wordsOf('blame', 'Payments failed due to human error.')).toEqual(['human error']);
    expect(wordsOf('blame', 'You see an error when paying.')).toEqual([]);
  });

  it.each([
    ['We are aware of an issue and are looking into it.', true],
    ['We are investigating. We will keep you informed.', true],
    ['Some customers cannot pay by card.', false],
    ['Logins are slow.', false],
    ['Mails arrive with a delay of up to an hour.', false],
    ['Exports do not open.', false],
  ])('[UPD-66] %j says nothing of what customers feel: %s', (text, says) => {
    expect(lint(text).some(({ code }) => code === 'no-impact')).toBe(says);
  });

  it('[UPD-66] need not say it once it is over', () => {
    expect(lint('All is well again.', { status: 'resolved' })).toEqual([]);
  });

  it('[UPD-67] says when the next word comes, until it is resolved', () => {
    const content = { text: 'Logins fail.', components: [] };
    expect(lintExternal(content, CONTEXT)).toEqual([{ code: 'no-next-update' }]);
    expect(lintExternal(content, { ...CONTEXT, status: 'resolved' })).toEqual([]);
  });

  it('[UPD-68] findings come in the order of the text, each with the words meant', () => {
    const text = 'Hydra should be fixed within 10 minutes.';
    expect(lint(text)).toEqual([
      { code: 'internal-name', words: 'Hydra', span: { from: 0, to: 5 } },
      { code: 'hedging', words: 'should be fixed', span: { from: 6, to: 21 } },
      { code: 'promises-time', words: 'within 10 minutes', span: { from: 22, to: 39 } },
      { code: 'no-impact' },
    ]);
  });

  it.each([
    'We are investigating a problem that began at 14:10 UTC. Some customers cannot pay by card. Bank transfers work. Next update at 15:30 UTC.',
    'We have found the cause and are working on a fix. About a third of logins fail with an error. Retrying often helps.',
    'A fix is in place, and card payments succeed again. Receipts arrive with a delay. We are monitoring whether it holds.',
  ])('[UPD-60][UPD-61][UPD-62][UPD-63][UPD-64][UPD-66] a good text is left alone: %j', (text) => {
    expect(lint(text)).toEqual([]);
  });
});
