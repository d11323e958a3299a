import { Monitor, Moon, Rows2, Rows3, Rows4, Sun } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { DENSITIES, useDensity, type Density } from './density.ts';
import type { MenuItem } from './menu-item.ts';
import { THEMES, useTheme, type Theme } from './theme.ts';

const THEME_ICONS: Readonly<Record<Theme, typeof Sun>> = { system: Monitor, light: Sun, dark: Moon };
const DENSITY_ICONS: Readonly<Record<Density, typeof Sun>> = { compact: Rows4, default: Rows3, comfy: Rows2 };

/** How this device shows everything: theme and density, for a menu and for the palette, which keeps what stays the same. */
export const useLookItems = (): readonly MenuItem[] => {
  const t = useTranslations('ui');
  const { theme, choose: chooseTheme } = useTheme();
  const { density, choose: chooseDensity } = useDensity();
  return useMemo(() => {
    const themes = THEMES.map((id, index): MenuItem => {
      const Icon = THEME_ICONS[id];
      return {
        id: `theme-${id}`,
        label: t(`theme.${id}`),
        icon: <Icon size={16} aria-hidden />,
        checked: id === theme,
        ...(index === 0 ? { section: t('themes') } : {}),
        onSelect: () => chooseTheme(id),
      };
    });
    const densities = DENSITIES.map((id, index): MenuItem => {
      const Icon = DENSITY_ICONS[id];
      return {
        id: `density-${id}`,
        label: t(`density.${id}`),
        icon: <Icon size={16} aria-hidden />,
        checked: id === density,
        ...(index === 0 ? { section: t('densities') } : {}),
        onSelect: () => chooseDensity(id),
      };
    });
    return [...themes, ...densities];
  }, [t, theme, chooseTheme, density, chooseDensity]);
};
