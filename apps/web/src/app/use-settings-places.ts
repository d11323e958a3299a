import { SECTION_NAMES } from '@sitrep/shared/settings/values';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { settingsDrafts } from '../features/settings/drafts-store.ts';
import { SECTION_PATHS } from '../features/settings/section-names.ts';
import { useMay } from '../widgets/gate.ts';

export type SettingsPlace = { readonly to: string; readonly name: string; readonly hasDraft: boolean };
export type SettingsGroup = { readonly title: string; readonly places: readonly SettingsPlace[] };

/** Every page of settings that this person has. */
export const useSettingsPlaces = (): readonly SettingsGroup[] => {
  const t = useTranslations('settings');
  const drafts = useStore(settingsDrafts);
  const administers = useMay('integration.manage');
  const place = (to: string, name: string): SettingsPlace => ({ to, name, hasDraft: false });
  return [
    {
      title: t('response'),
      places: SECTION_NAMES.map((section) => ({
        to: `/settings/response/${SECTION_PATHS[section]}`,
        name: t(`section.${section}`),
        hasDraft: drafts[section] !== undefined,
      })),
    },
    {
      title: t('others'),
      places: [
        ...(administers ? [place('/settings/integrations', t('integrations'))] : []),
        place('/settings/keyboard', t('keyboard')),
      ],
    },
  ];
};
