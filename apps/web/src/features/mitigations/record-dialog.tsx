import type { Incident } from '@sitrep/shared/incidents/state';
import type { UserId } from '@sitrep/shared/kernel/ids';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useWritingGate } from '../../widgets/gate.ts';
import { PersonField } from '../../widgets/person-field.tsx';
import { EMPTY_DRAFT, minutesIn, namesIn, type PlanDraft } from './plan-draft.ts';
import { RiskField, ServicesField } from './field-parts.tsx';
import { useTell } from './use-tell.ts';

/** Whoever did it need not be let into the incident. */
const ANYBODY = { private: false, members: [] };

/** What somebody did without asking: recorded, so that nobody is surprised by it. */
export const RecordDialog = ({ incident, onClose }: { incident: Incident; onClose: () => void }) => {
  const t = useTranslations('mitigations.form');
  const common = useTranslations('common');
  const { serverNow } = useLiveClient();
  const record = useTell('mitigation.record-uncoordinated');
  const blocked = useWritingGate('incident.respond');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [reason, setReason] = useState('');
  const [doneBy, setDoneBy] = useState<UserId | ''>('');
  const [ago, setAgo] = useState('0');
  const [tried, setTried] = useState(false);
  const agoMs = minutesIn(ago, 0);
  const change = (more: Partial<PlanDraft>): void => setDraft({ ...draft, ...more });
  const missing = draft.title.trim() === '' || reason.trim() === '';
  const send = (): void => {
    setTried(true);
    if (blocked !== undefined || missing || agoMs === undefined) return;
    const { title, risk, services, rollback, expectedSignal } = draft;
    record({
      incidentId: incident.id,
      title,
      reason,
      doneAt: serverNow() - agoMs,
      risk,
      services: namesIn(services),
      rollback,
      expectedSignal,
      ...(doneBy === '' ? {} : { doneBy }),
    });
    onClose();
  };
  return (
    <Dialog title={t('recordTitle')} description={t('recordMeaning')} onClose={onClose}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={t('recordTitleField')}
          required
          data-autofocus=""
          maxLength={200}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
          error={tried && draft.title.trim() === '' ? t('recordTitleMissing') : undefined}
        />
        <TextArea
          label={t('reason')}
          optional={common('required')}
          required
          rows={2}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={tried && reason.trim() === '' ? t('reasonMissing') : undefined}
        />
        <ServicesField draft={draft} affected={incident.services} onChange={change} />
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            label={t('minutesAgo')}
            inputMode="numeric"
            maxLength={4}
            value={ago}
            onChange={(event) => setAgo(event.target.value)}
            error={tried && agoMs === undefined ? t('minutesAgoWrong') : undefined}
          />
          <PersonField
            incident={ANYBODY}
            label={t('doneBy')}
            nobody={t('unknown')}
            value={doneBy}
            onChange={setDoneBy}
          />
          <RiskField draft={draft} onChange={change} />
        </div>
        <TextArea
          label={t('rollback')}
          rows={2}
          maxLength={2_000}
          value={draft.rollback}
          onChange={(event) => change({ rollback: event.target.value })}
        />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" blocked={blocked}>
            {t('recordButton')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
