import { create } from 'zustand';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const YEAR_S = 365 * 86_400;

const themeOf = (value: string | undefined): Theme => THEMES.find((theme) => theme === value) ?? 'system';

type ThemeStore = { readonly theme: Theme; readonly choose: (theme: Theme) => void };

/** The cookie lets the server stamp the page before first paint; the attribute shows the choice at once. */
export const useTheme = create<ThemeStore>((set) => ({
  theme: themeOf(document.documentElement.dataset['theme']),
  choose: (theme) => {
    document.cookie = `sitrep-theme=${theme}; path=/; max-age=${YEAR_S}; samesite=lax`;
    document.documentElement.dataset['theme'] = theme;
    set({ theme });
  },
}));
