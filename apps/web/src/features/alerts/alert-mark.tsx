import type { AlertSeverity } from '@sitrep/shared/alerts/values';
import { CircleAlert, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';

const MARKS = {
  critical: { Icon: OctagonAlert, tone: 'text-sev1-fg' },
  error: { Icon: CircleAlert, tone: 'text-sev2-fg' },
  warning: { Icon: TriangleAlert, tone: 'text-sev3-fg' },
  info: { Icon: Info, tone: 'text-text-2' },
} as const satisfies Record<AlertSeverity, unknown>;

/** As the tool rated it: shape and word. */
export const AlertMark = ({ severity }: { severity: AlertSeverity }) => {
  const t = useTranslations('words');
  const { Icon, tone } = MARKS[severity];
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium whitespace-nowrap ${tone}`}>
      <Icon size={16} aria-hidden />
      {t(`alertSeverity.${severity}`)}
    </span>
  );
};
