import type { Risk } from '@sitrep/shared/mitigations/values';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';

/** More bars, more risk: a shape that needs no colour. */
const BARS: Readonly<Record<Risk, number>> = { low: 1, medium: 2, high: 3 };

export const RiskMark = ({ risk }: { risk: Risk }) => {
  const t = useTranslations('words.risk');
  return (
    <span
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 text-meta whitespace-nowrap',
        risk === 'high' ? 'font-medium text-sev1-fg' : 'text-text-2',
      )}
    >
      <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true" className="shrink-0">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 4 + 0.5}
            y={8 - bar * 3}
            width={3}
            height={3 + bar * 3}
            rx={0.75}
            className="fill-current"
            opacity={bar < BARS[risk] ? 1 : 0.25}
          />
        ))}
      </svg>
      {t(risk)}
    </span>
  );
};
