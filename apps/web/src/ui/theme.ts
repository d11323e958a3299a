import { create } from 'zustand';
import { chooseOnDevice, stampedChoice } from './device-choice.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

type ThemeStore = { readonly theme: Theme; readonly choose: (theme: Theme) => void };

/** The browser's own bar: one colour for each scheme, and only one of them in force. */
const colourBar = (theme: Theme): void => {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"][data-scheme]')) {
    const scheme = meta.dataset['scheme'] ?? '';
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${scheme})`;
    else meta.media = scheme === theme ? 'all' : 'not all';
  }
};

export const useTheme = create<ThemeStore>((set) => ({
  theme: stampedChoice('theme', THEMES) ?? 'system',
  choose: (theme) => {
    chooseOnDevice('theme', theme);
    colourBar(theme);
    set({ theme });
  },
}));
