import type { ImpactField } from '@sitrep/shared/situation/events';
import type { Impact } from '@sitrep/shared/situation/state';
import { useTranslations } from 'use-intl';
import { localClock, localDay } from '../../../widgets/time-format.ts';

/** One field of the impact as a line: "Users: nobody can pay". */
export const useFieldWords = (): ((impact: Impact, field: ImpactField) => string) => {
  const t = useTranslations('situation.impact');
  return (impact, field) => {
    const value = valueOf(impact, field, (trend) => t(`trends.${trend}`));
    return `${t(field)}: ${value === '' ? t('nothing') : value}`;
  };
};

const valueOf = (impact: Impact, field: ImpactField, trendWord: (trend: 'worse' | 'same' | 'better') => string) => {
  switch (field) {
    case 'users':
    case 'business':
    case 'reputation':
      return impact[field];
    case 'numbers':
      return impact.numbers.map(({ label, value }) => `${label} ${value}`).join(', ');
    case 'trend':
      return impact.trend === undefined ? '' : trendWord(impact.trend);
    case 'startedAt':
    case 'endedAt': {
      const at = impact[field];
      return at === undefined ? '' : `${localDay(at)} ${localClock(at)}`;
    }
  }
};
