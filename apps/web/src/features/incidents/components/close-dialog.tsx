import type { Incident } from '@sitrep/shared/incidents/state';
import { mayCloseAs } from '@sitrep/shared/incidents/status-moves';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { IncidentField } from '../../../widgets/incident-field.tsx';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { OpenParts } from './open-parts.tsx';

const KINDS = ['completed', 'false-alarm', 'duplicate', 'merged'] as const;
export type ClosingKind = (typeof KINDS)[number];
type Kind = ClosingKind;
const NAMES = {
  completed: 'completed',
  'false-alarm': 'falseAlarm',
  duplicate: 'duplicate',
  merged: 'merged',
} as const;

/** `as`: what was chosen already. */
type Props = { incident: Incident; as?: ClosingKind | undefined; onClose: () => void };

export const CloseDialog = ({ incident, as, onClose }: Props) => {
  const t = useTranslations('incident.close');
  const common = useTranslations('common');
  const [kind, setKind] = useState<Kind>(as ?? (incident.status === 'resolved' ? 'completed' : 'false-alarm'));
  const [reason, setReason] = useState('');
  const [otherKey, setOtherKey] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const close = useCommand('incident.close');
  const blocked = useGate('incident.close', { holders: incident.roles });
  const needsOther = kind === 'duplicate' || kind === 'merged';

  // The server knows incidents by their keys too.
  const otherId = otherKey.trim().toUpperCase() as IncidentId;
  const send = (): void =>
    close.mutate(
      { incidentId: incident.id, as: kind, ...(needsOther ? { otherId } : { reason }) },
      { onSuccess: onClose },
    );
  const missing = (needsOther ? otherKey : reason).trim() === '';
  const [tried, setTried] = useState(false);
  const otherFault =
    close.error === null || close.variables.otherId !== otherId ? undefined : close.error.faultOf('otherId');
  const submit = (): void => {
    if (blocked !== undefined || close.isPending) return;
    setTried(true);
    if (missing) field.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    else send();
  };
  return (
    <Dialog title={t('title', { key: incident.key })} onClose={onClose}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <OpenParts incidentId={incident.id} />
        <KindChoice status={incident.status} value={kind} onChange={setKind} />
        <div ref={field}>
          {needsOther ? (
            <IncidentField
              label={t('other')}
              without={incident.id}
              first={as === kind}
              value={otherKey}
              onChange={setOtherKey}
              error={tried && missing ? t('otherMissing') : otherFault}
            />
          ) : (
            <TextArea
              {...(as === kind ? { 'data-autofocus': '' } : {})}
              label={common('reason')}
              optional={common('required')}
              required
              maxLength={1_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              error={tried && missing ? t('reasonMissing') : close.error?.faultOf('reason')}
            />
          )}
        </div>
        {close.error?.faults.length === 0 ? <ProblemLine problem={close.error} /> : null}
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={close.isPending} blocked={blocked}>
            {t('button')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

type KindChoiceProps = { status: Incident['status']; value: Kind; onChange: (kind: Kind) => void };

const KindChoice = ({ status, value, onChange }: KindChoiceProps) => {
  const t = useTranslations('incident.close');
  const name = useId();
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-dense font-medium">{t('as')}</legend>
      {KINDS.map((kind) => {
        const open = mayCloseAs(status, kind);
        return (
          <label key={kind} className="flex items-start gap-2">
            <input
              type="radio"
              name={name}
              className="mt-1 accent-accent"
              checked={kind === value}
              disabled={!open}
              onChange={() => onChange(kind)}
            />
            <span className={open ? undefined : 'text-text-2'}>
              {t(NAMES[kind])}
              <span className="block text-meta text-text-2">
                {open ? t(`${NAMES[kind]}Hint`) : t('completedBlocked')}
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
};
