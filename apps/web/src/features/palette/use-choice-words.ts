import type { CommandField } from '@sitrep/shared/protocol/command-fields';
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Mark } from './items.ts';

export type ChoiceWords = { readonly title: string; readonly detail?: string; readonly mark?: Mark };

/** The words of one option of a closed list. */
export const useChoiceWords = (): ((field: CommandField, option: string | number) => ChoiceWords) => {
  const t = useTranslations('words');
  return useCallback(
    ({ name, value }, option) => {
      const vocabulary =
        value.is === 'choice' ? (value.vocabulary ?? (name === 'as' ? 'closure' : undefined)) : undefined;
      if (vocabulary === undefined) return { title: String(option) };
      if (vocabulary === 'severity') {
        const severity = Number(option) as 1 | 2 | 3 | 4;
        return {
          title: t('severity', { severity }),
          detail: t(`severityMeaning.sev${severity}`),
          mark: { is: 'severity', severity },
        };
      }
      const key = `${vocabulary}.${option}` as Parameters<typeof t>[0];
      const meaning = `${vocabulary}Meaning.${option}` as Parameters<typeof t>[0];
      return {
        title: t.has(key) ? t(key as 'status.detected') : String(option),
        ...(t.has(meaning) ? { detail: t(meaning as 'statusMeaning.detected') } : {}),
        ...(vocabulary === 'status' ? { mark: { is: 'status', status: option as 'detected' } } : {}),
      };
    },
    [t],
  );
};
