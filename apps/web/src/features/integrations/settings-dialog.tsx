import { SEVERITIES } from '@sitrep/shared/incidents/values';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { CheckField, SelectField, TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { INTEGRATIONS, type ListedIntegration } from './api.ts';
import { minutesOf, secondsOf } from './minutes.ts';

export const SettingsDialog = ({ integration, onClose }: { integration: ListedIntegration; onClose: () => void }) => {
  const t = useTranslations('integrations');
  const common = useTranslations('common');
  const words = useTranslations('words');
  const queries = useQueryClient();
  const [name, setName] = useState(integration.name);
  const [settings, setSettings] = useState(integration.settings);
  const [quiet, setQuiet] = useState(() => minutesOf(integration.settings.quietAfterS));
  const [watchdog, setWatchdog] = useState(() => minutesOf(integration.settings.watchdogAfterS));
  const change = useCommand('integration.change-settings');
  const blocked = useGate('integration.manage');
  const times = { quietAfterS: secondsOf(quiet), watchdogAfterS: secondsOf(watchdog) };

  const save = (): void => {
    const { quietAfterS, watchdogAfterS } = times;
    if (blocked !== undefined || quietAfterS === undefined || watchdogAfterS === undefined) return;
    change.mutate(
      { integrationId: integration.id, name, settings: { ...settings, quietAfterS, watchdogAfterS } },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: INTEGRATIONS });
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t('settingsTitle', { name: integration.name })} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={change.error?.faultOf('name')}
        />
        <CheckField
          label={t('opensIncidents')}
          checked={settings.opensIncidents}
          onChange={(event) => setSettings({ ...settings, opensIncidents: event.target.checked })}
        />
        <SelectField
          label={t('openedSeverity')}
          disabled={!settings.opensIncidents}
          value={settings.openedSeverity}
          onChange={(event) => {
            const severity = SEVERITIES.find((one) => String(one) === event.target.value);
            if (severity !== undefined) setSettings({ ...settings, openedSeverity: severity });
          }}
        >
          {SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {words('severity', { severity })}: {words(`severityMeaning.sev${severity}`)}
            </option>
          ))}
        </SelectField>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('quietAfter')}
            hint={t('quietAfterHint')}
            inputMode="decimal"
            required
            value={quiet}
            onChange={(event) => setQuiet(event.target.value)}
            error={times.quietAfterS === undefined ? t('numberWrong') : change.error?.faultOf('settings.quietAfterS')}
          />
          <TextField
            label={t('watchdogAfter')}
            hint={t('watchdogAfterHint')}
            inputMode="decimal"
            required
            value={watchdog}
            onChange={(event) => setWatchdog(event.target.value)}
            error={
              times.watchdogAfterS === undefined ? t('numberWrong') : change.error?.faultOf('settings.watchdogAfterS')
            }
          />
        </div>
        <CheckField
          label={t('tokenInUrl')}
          hint={t('tokenInUrlHint')}
          checked={settings.tokenInUrl}
          onChange={(event) => setSettings({ ...settings, tokenInUrl: event.target.checked })}
        />
        {change.error?.faults.length === 0 ? <ProblemLine problem={change.error} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending} blocked={blocked}>
            {common('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
