import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { Plan } from '@sitrep/shared/mitigations/events';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useWritingGate } from '../../widgets/gate.ts';
import { EMPTY_DRAFT, amendmentOf, draftOf, faultsOf, proposalOf, type PlanDraft } from './plan-draft.ts';
import { CoreFields, FurtherFields } from './plan-fields.tsx';
import { useTell } from './use-tell.ts';

type Props = {
  incident: Incident;
  hypotheses: readonly Hypothesis[];
  onClose: () => void;
};

/** `from`: a plan that is proposed once more. */
export const ProposeDialog = ({ from, ...props }: Props & { from: Plan | undefined }) => {
  const t = useTranslations('mitigations.form');
  const propose = useTell('mitigation.propose');
  return (
    <PlanDialog
      {...props}
      title={t('proposeTitle')}
      button={t('proposeButton')}
      start={from === undefined ? EMPTY_DRAFT : draftOf(from)}
      onSend={(draft) => propose({ incidentId: props.incident.id, ...proposalOf(draft) })}
    />
  );
};

export const AmendDialog = ({ mitigation, ...props }: Props & { mitigation: Mitigation }) => {
  const t = useTranslations('mitigations.form');
  const amend = useTell('mitigation.amend');
  // What was open stays what it was written over, whatever comes in meanwhile.
  const [{ id, revision, number, plan }] = useState(mitigation);
  return (
    <PlanDialog
      {...props}
      title={t('amendTitle', { number })}
      button={t('amendButton')}
      start={draftOf(plan)}
      onSend={(draft) =>
        amend({ incidentId: props.incident.id, mitigationId: id, base: revision, ...amendmentOf(draft) })
      }
    />
  );
};

type FormProps = Props & {
  title: string;
  button: string;
  start: PlanDraft;
  onSend: (draft: PlanDraft) => void;
};

const PlanDialog = ({ incident, hypotheses, title, button, start, onSend, onClose }: FormProps) => {
  const common = useTranslations('common');
  const blocked = useWritingGate('incident.respond');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft);
  const fields = { draft, onChange: (change: Partial<PlanDraft>) => setDraft({ ...draft, ...change }) };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (blocked !== undefined || faults.length > 0) return;
          onSend(draft);
          onClose();
        }}
      >
        <CoreFields {...fields} incident={incident} faults={tried ? faults : []} />
        <FurtherFields {...fields} hypotheses={hypotheses.filter(({ status }) => status !== 'withdrawn')} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" blocked={blocked}>
            {button}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
