import type { Watchdogs } from '@sitrep/shared/settings/values';
import { useTranslations } from 'use-intl';
import { durationText, parseDuration } from '../durations.ts';
import type { SectionProps } from '../use-section.ts';
import { WordField } from '../word-field.tsx';

const NAMES = [
  'noProgress',
  'withoutEffect',
  'longRunning',
  'commanderAway',
  'longCommand',
  'callOutEvery',
] as const satisfies readonly (keyof Watchdogs)[];

/** After how long Sitrep speaks up by itself, each with what it does then. */
export const WatchdogsSection = ({ value, base, onChange, faultOf }: SectionProps<'watchdogs'>) => {
  const t = useTranslations('settings.watchdogs');
  return (
    <ul className="max-w-3xl divide-y divide-border rounded-l border border-border bg-surface">
      {NAMES.map((name) => (
        <li key={name} className="grid items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <div>
            <p className="font-medium">{t(`${name}.name`)}</p>
            <p className="text-text-2">{t(`${name}.does`)}</p>
          </div>
          <WordField
            label={t(`${name}.name`)}
            hideLabel
            value={value[name]}
            base={base[name]}
            textOf={durationText}
            parse={parseDuration}
            example={t('example')}
            error={faultOf(`.${name}`)}
            onChange={(next) => onChange({ ...value, [name]: next })}
          />
        </li>
      ))}
    </ul>
  );
};
