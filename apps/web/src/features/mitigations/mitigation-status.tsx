import type { MitigationStatus as Status } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { StatusPie, type Progress } from '../../ui/status-pie.tsx';

const PROGRESS: Readonly<Record<Status, Progress>> = {
  proposed: 'dashed',
  approved: 'quarter',
  executing: 'half',
  executed: 'three-quarters',
  effective: 'tick',
  ineffective: 'cross',
  'rolled-back': 'square',
  rejected: 'cross',
  halted: 'square',
  withdrawn: 'cross',
};

/** Pie and word, as for incidents. */
export const MitigationStatus = ({ status }: { status: Status }) => {
  const t = useTranslations('words.mitigation');
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-meta whitespace-nowrap text-text-2">
      <StatusPie progress={PROGRESS[status]} size={12} />
      {t(status)}
    </span>
  );
};
