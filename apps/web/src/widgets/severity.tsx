import type { Severity } from '@sitrep/shared/incidents/values';
import { useTranslations } from 'use-intl';
import { SeverityMark } from '../ui/severity-mark.tsx';

export const SeverityLabel = ({ severity, size = 20 }: { severity: Severity; size?: number }) => {
  const t = useTranslations('words');
  return (
    <span className="figures inline-flex items-center gap-1.5 font-semibold whitespace-nowrap">
      <SeverityMark severity={severity} size={size} />
      {t('severity', { severity })}
    </span>
  );
};
