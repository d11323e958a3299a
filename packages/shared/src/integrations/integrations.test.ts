import { describe, expect, it } from 'vitest';
import { defaultSettings, integrationRows } from './state.ts';
import { SOURCES } from '../alerts/values.ts';
import { testId } from '../testing/cast.ts';
import { given } from '../testing/given.ts';
import { T0, type Past } from '../testing/history.ts';

const integrationId = testId(0x41);
const tokenHash = 'a'.repeat(64);
const settings = defaultSettings('generic');
const CREATED: Past = {
  type: 'integration.created',
  data: { integrationId, name: 'Home', source: 'generic', tokenHash, settings },
};
const create = { integrationId, name: 'Home', source: 'generic', tokenHash } as const;

describe('a source of alerts', () => {
  it.each(SOURCES)('[INT-1] begins with the settings of its kind: %s', (source) => {
    given([])
      .when('integration.create', { ...create, source }, { now: T0 })
      .happens({
        type: 'integration.created',
        data: {
          integrationId,
          name: 'Home',
          source,
          tokenHash,
          settings: {
            opensIncidents: true,
            openedSeverity: 2,
            tokenInUrl: false,
            quietAfterS: source === 'generic' ? 900 : 0,
            watchdogAfterS: 600,
          },
        },
      })
      .leadsTo((integrations) => {
        expect(integrationRows(integrations)).toMatchObject([{ id: integrationId, name: 'Home', createdAt: T0 }]);
        expect(JSON.stringify(integrationRows(integrations))).not.toContain(tokenHash);
      });
  });

  it('[INT-2] changes what is named, and nothing else', () => {
    given([])
      .when('integration.create', { ...create, settings: { opensIncidents: false } })
      .leadsTo((integrations) =>
        expect(integrations[integrationId]?.settings).toEqual({ ...settings, opensIncidents: false }),
      );
    const changed = { ...settings, quietAfterS: 0, openedSeverity: 3 } as const;
    given([CREATED])
      .when('integration.change-settings', { integrationId, settings: { quietAfterS: 0, openedSeverity: 3 } })
      .happens({ type: 'integration.settings-changed', data: { integrationId, name: 'Home', settings: changed } })
      .leadsTo((integrations) => expect(integrations[integrationId]).toMatchObject({ settings: changed, tokenHash }));
  });

  it('[INT-3] has a name and an id of its own', () => {
    given([CREATED])
      .when('integration.create', { ...create, integrationId: testId(0x42), name: 'HOME' })
      .isRefused('invalid', 'There is a source called HOME already.');
    given([CREATED])
      .when('integration.create', { ...create, name: 'Other' })
      .isRefused('conflict', 'This id is taken.');
    given([CREATED, { ...CREATED, data: { ...CREATED.data, integrationId: testId(0x42), name: 'Other' } }])
      .when('integration.change-settings', { integrationId, name: 'other' })
      .isRefused('invalid', 'other');
    given([CREATED])
      .when('integration.change-settings', { integrationId, name: 'HOME' })
      .happens({ type: 'integration.settings-changed', data: { integrationId, name: 'HOME', settings } });
  });

  it('[INT-4] that reads so already makes nothing happen', () => {
    given([CREATED])
      .when('integration.change-settings', { integrationId, name: 'Home', settings: { quietAfterS: 900 } })
      .happens();
    given([CREATED]).when('integration.change-settings', { integrationId }).happens();
  });

  it('[INT-5] knows its newest token only', () => {
    const newer = 'b'.repeat(64);
    given([CREATED])
      .when('integration.replace-token', { integrationId, tokenHash: newer })
      .happens({ type: 'integration.token-replaced', data: { integrationId, tokenHash: newer } })
      .leadsTo((integrations) => expect(integrations[integrationId]).toMatchObject({ tokenHash: newer, name: 'Home' }));
  });

  it('[INT-6] goes once', () => {
    given([CREATED])
      .when('integration.remove', { integrationId })
      .happens({ type: 'integration.removed', data: { integrationId } })
      .leadsTo((integrations) => expect(integrations).toEqual({}));
    given([]).when('integration.remove', { integrationId }).happens();
  });

  it('[INT-7] that is not there is not found', () => {
    given([]).when('integration.change-settings', { integrationId }).isRefused('not-found', 'no such integration');
    given([]).when('integration.replace-token', { integrationId, tokenHash }).isRefused('not-found');
  });

  it.each([
    [{ quietAfterS: -1 }, 'settings.quietAfterS: Must be 0 or more.'],
    [{ quietAfterS: 604_801 }, 'settings.quietAfterS: Must be 604800 or less.'],
    [{ watchdogAfterS: 29 }, 'settings.watchdogAfterS: Must be 30 or more.'],
    [{ watchdogAfterS: 86_401 }, 'settings.watchdogAfterS: Must be 86400 or less.'],
    [{ watchdogAfterS: 60.5 }, 'settings.watchdogAfterS: Expected a whole number.'],
  ])('[INT-8] bounds its silences: %j', (wrong, saying) => {
    given([CREATED])
      .when('integration.change-settings', { integrationId, settings: wrong })
      .isRefused('invalid', saying);
  });
});
