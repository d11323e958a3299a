import type { Incident } from '@sitrep/shared/incidents/state';
import type { Audience } from '@sitrep/shared/settings/values';
import type { ComponentState, UpdateContent } from '@sitrep/shared/updates/events';
import type { LintFinding } from '@sitrep/shared/updates/lint';
import { useTranslations } from 'use-intl';
import { HealthShape } from '../../ui/health-shape.tsx';
import { localClock, offsetOf } from '../../widgets/time-format.ts';
import { markedParts } from './marked-text.ts';

const HEALTH = {
  operational: 'healthy',
  degraded: 'degraded',
  'partial-outage': 'degraded',
  outage: 'unhealthy',
  maintenance: 'maintenance',
} as const satisfies Readonly<Record<ComponentState, string>>;

const MARKS = {
  gap: 'rounded-s bg-sev1-bg text-sev1-fg font-medium',
  warning: 'bg-sev3-bg text-text underline decoration-sev3-fg decoration-2 underline-offset-2',
} as const;

type Props = {
  incident: Pick<Incident, 'key' | 'status' | 'severity'>;
  audience: Audience;
  content: UpdateContent;
  findings: readonly LintFinding[];
};

/** As readers see it, with what stands out marked for who writes and who approves. */
export const UpdatePreview = ({ incident, audience, content, findings }: Props) => {
  const t = useTranslations('updates');
  const words = useTranslations('words');
  const { text, components } = content;
  return (
    <div className="grid min-w-0 gap-2">
      <p className="font-semibold">
        {audience === 'external'
          ? t(`publicStatus.${incident.status}`)
          : t('composer.about', {
              key: incident.key,
              severity: words('severity', { severity: incident.severity }),
            })}
      </p>
      {text.trim() === '' ? (
        <p className="text-text-2">{t('composer.previewEmpty')}</p>
      ) : (
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {markedParts(text, findings).map(({ text: part, mark }, index) =>
            mark === undefined ? (
              part
            ) : (
              <mark key={index} className={MARKS[mark]}>
                {part}
              </mark>
            ),
          )}
        </p>
      )}
      <ComponentStates components={components} />
      <NextLine nextAt={content.nextAt} />
    </div>
  );
};

export const ComponentStates = ({ components }: Pick<UpdateContent, 'components'>) => {
  const t = useTranslations('updates.componentState');
  if (components.length === 0) return null;
  return (
    <ul className="grid gap-0.5 text-dense">
      {components.map(({ name, state }) => (
        <li key={name} className="flex items-center gap-1.5">
          <HealthShape health={HEALTH[state]} />
          <span className="min-w-0 truncate" title={name}>
            {name}
          </span>
          <span className="ml-auto shrink-0 text-text-2">{t(state)}</span>
        </li>
      ))}
    </ul>
  );
};

export const NextLine = ({ nextAt }: Pick<UpdateContent, 'nextAt'>) => {
  const t = useTranslations('updates.composer');
  if (nextAt === undefined) return null;
  const utc = `${new Date(nextAt).toISOString().slice(11, 16)} UTC`;
  return (
    <p className="figures text-dense text-text-2">
      {offsetOf(nextAt) === 'UTC' ? t('nextAtUtc', { utc }) : t('nextAt', { utc, local: localClock(nextAt) })}
    </p>
  );
};
