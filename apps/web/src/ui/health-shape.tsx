import { Wrench } from 'lucide-react';
import { useTranslations } from 'use-intl';

export type Health = 'healthy' | 'degraded' | 'unhealthy' | 'maintenance' | 'unknown';

/** What is well is small and grey: only the abnormal has a colour. */
export const HealthShape = ({ health, size = 16 }: { health: Health; size?: number }) => {
  if (health === 'maintenance') return <Wrench size={size} aria-hidden className="shrink-0 text-text-2" />;
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="shrink-0">
      <Figure health={health} />
    </svg>
  );
};

export const HealthLabel = ({ health, size }: { health: Health; size?: number }) => {
  const t = useTranslations('ui.health');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <HealthShape health={health} {...(size === undefined ? {} : { size })} />
      {t(health)}
    </span>
  );
};

const Figure = ({ health }: { health: Exclude<Health, 'maintenance'> }) => {
  switch (health) {
    case 'healthy':
      return (
        <path
          d="m5 8.4 2.2 2.1L11 5.9"
          fill="none"
          strokeWidth="1.75"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-text-2"
        />
      );
    case 'degraded':
      return (
        <g className="stroke-sev2-fg" strokeWidth="1.25" strokeLinejoin="round">
          <path d="M8 1.2 14.8 8 8 14.8 1.2 8z" className="fill-surface" />
          <path d="M8 1.2v13.6L1.2 8z" className="fill-sev2" />
        </g>
      );
    case 'unhealthy':
      return <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" className="fill-sev1" />;
    case 'unknown':
      return (
        <circle
          cx="8"
          cy="8"
          r="6.25"
          fill="none"
          strokeWidth="1.5"
          strokeDasharray="2.73 2.18"
          className="stroke-text-2"
        />
      );
  }
};
