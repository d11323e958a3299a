import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import type { Outcome } from '@sitrep/shared/mitigations/values';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { SayDialog } from '../../widgets/say-dialog.tsx';
import { useTell } from './use-tell.ts';

type Props = { incident: Incident; mitigation: Mitigation; onClose: () => void };

const aboutOf = ({ incident, mitigation }: Props) => ({ incidentId: incident.id, mitigationId: mitigation.id });
const valuesOf = ({ mitigation: { number, plan } }: Props) => ({ number, title: plan.title });

export const RejectDialog = (props: Props) => {
  const t = useTranslations('mitigations.reject');
  const reject = useCommand('mitigation.reject');
  const common = useTranslations('common');
  const blocked = useGate('mitigation.decide', { holders: props.incident.roles });
  return (
    <SayDialog
      title={t('title', valuesOf(props))}
      label={t('label')}
      button={t('button')}
      missing={common('reasonMissing')}
      danger
      blocked={blocked}
      busy={reject.isPending}
      problem={reject.error}
      onSay={(reason) => reject.mutate({ ...aboutOf(props), reason }, { onSuccess: props.onClose })}
      onClose={props.onClose}
    />
  );
};

export const ObjectDialog = (props: Props) => {
  const t = useTranslations('mitigations.object');
  const object = useTell('mitigation.object');
  const common = useTranslations('common');
  const blocked = useWritingGate('incident.respond');
  return (
    <SayDialog
      title={t('title', valuesOf(props))}
      label={t('label')}
      button={t('button')}
      missing={common('reasonMissing')}
      blocked={blocked}
      onSay={(reason) => {
        object({ ...aboutOf(props), reason });
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
};

export const FinishDialog = (props: Props) => {
  const t = useTranslations('mitigations.finish');
  const finish = useTell('mitigation.finish');
  const blocked = useWritingGate('incident.respond');
  return (
    <SayDialog
      title={t('title', valuesOf(props))}
      label={t('label')}
      button={t('button')}
      blocked={blocked}
      onSay={(seen) => {
        finish({ ...aboutOf(props), seen });
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
};

export const VerifyDialog = (props: Props & { outcome: Outcome }) => {
  const { outcome } = props;
  const t = useTranslations('mitigations');
  const verify = useTell('mitigation.verify');
  const blocked = useWritingGate('incident.respond');
  const { expectedSignal } = props.mitigation.plan;
  return (
    <SayDialog
      title={t(`${outcome}.title`, valuesOf(props))}
      {...(expectedSignal === '' ? {} : { description: t('expected', { signal: expectedSignal }) })}
      label={t(`${outcome}.label`)}
      button={t(`${outcome}.button`)}
      missing={t('sayMissing')}
      blocked={blocked}
      onSay={(seen) => {
        verify({ ...aboutOf(props), outcome, seen });
        props.onClose();
      }}
      onClose={props.onClose}
    />
  );
};
