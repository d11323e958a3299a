import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { useActiveKeys } from '../../../ui/keys.ts';
import { keySpec, type KeyGroup, type KeyId } from '../../../ui/keys/catalogue.ts';
import { keySettings, setLetters } from '../../../ui/keys/settings.ts';
import type { MenuItem } from '../../../ui/menu-item.ts';
import { useLookItems } from '../../../ui/use-look-items.tsx';
import { useMay } from '../../../widgets/gate.ts';
import { isSettingsPlace, PLACES, type PaletteItem } from '../items.ts';

const KEY_OF_PLACE: Partial<Readonly<Record<(typeof PLACES)[number], KeyId>>> = {
  board: 'go-board',
  alerts: 'go-alerts',
  history: 'go-history',
  people: 'go-people',
  keyboard: 'go-settings',
};

/** Moving in a list makes no sense from elsewhere, and screens are listed as such. */
const isDone = (id: KeyId): boolean => !/^(palette|next|previous|open|back|undo|go-.*)$/.test(id);

/** What is about the incident first; chips of a filter last. */
const WEIGHTS: Readonly<Record<KeyGroup, number>> = { incident: 0.4, timeline: 0.3, list: 0.2, general: 0.1, go: 0 };

/** What the keys of the present screen do: also for those who do not know them yet. */
export const useKeyItems = (): readonly PaletteItem[] => {
  const t = useTranslations('keyboard.does');
  const keys = useActiveKeys();
  return useMemo(
    () =>
      keys
        .filter(({ id }) => isDone(id))
        .map(({ id, label, caps, off }): PaletteItem => ({
          id: `key/${id}`,
          group: 'here',
          title: label ?? t(id),
          keys: off ? undefined : caps.join(' '),
          weight: 2 + WEIGHTS[keySpec(id).group],
          mark: { is: 'group', group: 'here' },
          ...(id.startsWith('filter-') ? { onlyFound: true as const } : {}),
          choice: { does: 'run-key', id },
        })),
    [keys, t],
  );
};

export const usePlaceItems = (): readonly PaletteItem[] => {
  const t = useTranslations('palette.place');
  const also = useTranslations('palette.placeAlso');
  const keys = useActiveKeys();
  const administers = useMay('integration.manage');
  return useMemo(
    () =>
      PLACES.filter((place) => place !== 'integrations' || administers).map((place): PaletteItem => {
        const active = keys.find(({ id }) => id === KEY_OF_PLACE[place]);
        return {
          id: `place/${place}`,
          group: 'screens',
          title: t(place),
          keywords: also(place),
          keys: active === undefined || active.off ? undefined : active.caps.join(' '),
          mark: { is: 'group', group: 'screens' },
          ...(isSettingsPlace(place) ? { onlyFound: true as const } : {}),
          choice: { does: 'go', place: { to: place } },
        };
      }),
    [keys, administers, t, also],
  );
};

/** What is set on this device alone. */
export const useSettingItems = (): readonly PaletteItem[] => {
  const t = useTranslations('palette');
  const look = useLookItems();
  const { letters } = useStore(keySettings);
  return useMemo((): readonly PaletteItem[] => {
    const setting = { group: 'settings', mark: { is: 'group', group: 'settings' }, onlyFound: true } as const;
    return [
      ...look.map((item, place) => ({
        ...setting,
        id: `look/${item.id}`,
        title: `${sectionAt(look, place)}: ${item.label}`,
        blocked: item.checked === true ? t('already') : undefined,
        choice: { does: 'set', run: () => item.onSelect() } as const,
      })),
      {
        ...setting,
        id: 'letters',
        title: t(letters ? 'lettersOff' : 'lettersOn'),
        choice: { does: 'set', run: () => setLetters(!letters) },
      },
    ];
  }, [t, look, letters]);
};

/** A menu names a section at its first item alone. */
const sectionAt = (items: readonly MenuItem[], place: number): string =>
  items.slice(0, place + 1).findLast(({ section }) => section !== undefined)?.section ?? '';
