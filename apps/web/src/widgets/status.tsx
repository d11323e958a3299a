import type { IncidentStatus } from '@sitrep/shared/incidents/values';
import { useTranslations } from 'use-intl';
import { StatusPie, type Progress } from '../ui/status-pie.tsx';

const PROGRESS: Readonly<Record<IncidentStatus, Progress>> = {
  detected: 'dashed',
  investigating: 'quarter',
  identified: 'half',
  mitigating: 'three-quarters',
  resolved: 'tick',
  closed: 'square',
};

export const StatusIcon = ({ status, size }: { status: IncidentStatus; size?: number }) => (
  <StatusPie progress={PROGRESS[status]} {...(size === undefined ? {} : { size })} />
);

export const StatusLabel = ({ status }: { status: IncidentStatus }) => {
  const t = useTranslations('words');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <StatusIcon status={status} />
      {t(`status.${status}`)}
    </span>
  );
};
