import type { Incident } from '@sitrep/shared/incidents/state';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { localClock } from '../../widgets/time-format.ts';
import { useNow } from '../../widgets/times.tsx';
import { DEFER_MINUTES, deferredTo } from './clocks-view.ts';
import { useClockWords } from './use-clock-words.ts';

type Props = { incident: Incident; clock: RunningClock; onClose: () => void };

/** More time for one clock, with the reason for it. */
export const DeferDialog = ({ incident, clock, onClose }: Props) => {
  const t = useTranslations('clocks');
  const common = useTranslations('common');
  const words = useClockWords();
  const now = useNow();
  const defer = useCommand('clock.defer');
  const blocked = useGate('clock.defer', { holders: incident.roles });
  const [minutes, setMinutes] = useState<string>(String(DEFER_MINUTES[0]));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const missing = reason.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (missing) {
      field.current?.focus();
      return;
    }
    if (blocked !== undefined) return;
    const { clock: name, subject, startedAt } = clock;
    const forMs = Number(minutes) * 60_000;
    const meant = { clock: name, startedAt, ...(subject === undefined ? {} : { subject }) };
    defer.mutate({ incidentId: incident.id, ...meant, forMs, reason }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t('deferTitle')} description={words.name(clock)} size="small" onClose={onClose}>
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <RadioField
          label={t('deferBy')}
          columns={2}
          options={DEFER_MINUTES.map((count) => ({
            value: String(count),
            label: t('deferByMinutes', { minutes: count }),
          }))}
          value={minutes}
          onChange={setMinutes}
          hint={t('deferTo', { time: localClock(deferredTo(clock, Number(minutes), now), false) })}
        />
        <TextArea
          ref={field}
          label={common('reason')}
          optional={common('required')}
          required
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && missing ? common('reasonMissing') : defer.error?.faultOf('reason')}
        />
        {defer.error?.faultOf('reason') === undefined ? <ProblemLine problem={defer.error} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={defer.isPending} blocked={blocked}>
            {t('deferButton')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
