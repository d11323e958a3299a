import type { IncidentKey } from '@sitrep/shared/incidents/values';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogActions } from '../../../ui/dialog.tsx';
import { CheckField, TextArea, TextField } from '../../../ui/field.tsx';
import { sendByKey } from '../../../ui/send-by-key.ts';
import { readStored, writeStored } from '../../../ui/stored.ts';
import { useMediaQuery } from '../../../ui/use-media-query.ts';
import { useGate } from '../../../widgets/gate.ts';
import { useMe } from '../../../widgets/me.ts';
import { ProblemLine } from '../../../widgets/problem.tsx';
import { draftFrom, parseDraft, servicesOf, type DeclaredFrom, type DeclareDraft } from '../declare-draft.ts';
import { closeDeclare } from '../declare-store.ts';
import { SeverityChoice } from './severity-choice.tsx';

const keyOf = (answer: CommandAnswer): IncidentKey | undefined => {
  const declared = answer.events.find((event) => event.type === 'incident.declared');
  return declared?.data.key;
};

/** What is typed is kept until it is declared. */
export const DeclareDialog = ({
  alert,
  onDeclared,
}: {
  alert: DeclaredFrom | undefined;
  onDeclared: (key: IncidentKey) => void;
}) => {
  const t = useTranslations('incident.declare');
  const common = useTranslations('common');
  const me = useMe();
  const storage = `sitrep:${me.id}:declare${alert === undefined ? '' : `:${alert.alertId}`}`;
  const [draft, setDraft] = useState<DeclareDraft>(() => parseDraft(readStored(storage)) ?? draftFrom(alert));
  const declare = useCommand('incident.declare');
  const blocked = useGate('incident.declare');

  const change = (part: Partial<DeclareDraft>): void => {
    const next = { ...draft, ...part };
    setDraft(next);
    writeStored(storage, JSON.stringify(next));
  };
  const submit = (): void => {
    if (blocked !== undefined || declare.isPending) return;
    declare.mutate(
      {
        title: draft.title,
        severity: draft.severity,
        services: servicesOf(draft.services),
        summary: draft.summary,
        private: draft.private,
        ...(alert === undefined ? {} : { detection: 'monitoring' as const, alerts: [joined(alert)] }),
      },
      {
        onSuccess: (answer) => {
          writeStored(storage, undefined);
          closeDeclare();
          const key = keyOf(answer);
          if (key !== undefined) onDeclared(key);
        },
      },
    );
  };
  return (
    <Dialog title={t('title')} onClose={closeDeclare}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {alert === undefined ? null : (
          <p className="rounded-m border border-border bg-raised px-3 py-2">{t('fromAlert', { title: alert.title })}</p>
        )}
        <TextField
          label={t('titleField')}
          placeholder={t('titlePlaceholder')}
          required
          maxLength={200}
          // The one field that has to be filled, in a dialog that was asked for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
          onKeyDown={sendByKey}
          error={declare.error?.faultOf('title')}
        />
        <SeverityChoice value={draft.severity} onChange={(severity) => change({ severity })} />
        <TextField
          label={t('services')}
          optional={common('optional')}
          hint={t('servicesHint')}
          value={draft.services}
          onChange={(event) => change({ services: event.target.value })}
          onKeyDown={sendByKey}
        />
        <TextArea
          label={t('summary')}
          optional={common('optional')}
          hint={t('summaryHint')}
          rows={2}
          maxLength={4_000}
          value={draft.summary}
          onChange={(event) => change({ summary: event.target.value })}
        />
        <CheckField
          label={t('private')}
          hint={t('privateHint')}
          checked={draft.private}
          onChange={(event) => change({ private: event.target.checked })}
          onKeyDown={sendByKey}
        />
        {declare.error?.faultOf('title') === undefined ? <ProblemLine problem={declare.error} /> : null}
        <Triggers />
        <DialogActions>
          <span className="mr-auto text-meta text-text-2">{t('kept')}</span>
          <Button type="submit" variant="primary" busy={declare.isPending} blocked={blocked}>
            {t('button')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const joined = ({ alertId, title, service }: DeclaredFrom) => ({
  alertId,
  title,
  ...(service === undefined ? {} : { service }),
});

/** Folded where the form itself hardly fits. */
const Triggers = () => {
  const t = useTranslations('incident.declare');
  const wide = useMediaQuery('(min-width: 40rem)');
  return (
    <details open={wide} className="text-dense text-text-2">
      <summary className="target content-center font-medium">{t('triggersTitle')}</summary>
      <ul className="list-disc pl-5">
        <li>{t('trigger1')}</li>
        <li>{t('trigger2')}</li>
        <li>{t('trigger3')}</li>
      </ul>
    </details>
  );
};
