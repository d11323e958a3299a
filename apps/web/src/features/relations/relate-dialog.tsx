import type { Incident } from '@sitrep/shared/incidents/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { CHOSEN_RELATIONS, type ChosenRelation } from '@sitrep/shared/relations/values';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { IncidentField } from '../../widgets/incident-field.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { closeRelate, useRelating } from './relate-store.ts';

/** Where the dialog is, whoever called it. */
export const RelateDialogs = ({ incident }: { incident: Incident }) => {
  const { incidentId } = useRelating();
  // It does not wait for whoever comes back to the room.
  useEffect(() => closeRelate, []);
  return incidentId === incident.id ? <RelateDialog incident={incident} /> : null;
};

const RelateDialog = ({ incident }: { incident: Incident }) => {
  const t = useTranslations('relations');
  const common = useTranslations('common');
  const words = useTranslations('words');
  const [kind, setKind] = useState<ChosenRelation>('related');
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const add = useCommand('relation.add');
  const blocked = useGate('incident.relate');
  // The server knows incidents by their keys too.
  const otherId = key.trim().toUpperCase() as IncidentId;
  const missing = key.trim() === '';
  const fault = add.error === null || add.variables.otherId !== otherId ? undefined : add.error.faultOf('otherId');
  const submit = (): void => {
    setTried(true);
    if (blocked !== undefined || add.isPending || missing) return;
    add.mutate({ incidentId: incident.id, kind, otherId }, { onSuccess: closeRelate });
  };
  return (
    <Dialog title={t('relateTitle', { key: incident.key })} onClose={closeRelate}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <IncidentField
          label={t('other')}
          without={incident.id}
          value={key}
          onChange={setKey}
          error={tried && missing ? t('otherMissing') : fault}
        />
        <RadioField
          label={t('what')}
          value={kind}
          onChange={setKind}
          options={CHOSEN_RELATIONS.map((one) => ({
            value: one,
            label: words(`relation.${one}`),
            hint: words(`relationMeaning.${one}`),
          }))}
        />
        {add.error !== null && add.error.faults.length === 0 ? <ProblemLine problem={add.error} /> : null}
        <DialogActions>
          <Button onClick={closeRelate}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" busy={add.isPending} blocked={blocked}>
            {t('relate')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
