import { create } from 'zustand';
import { chooseOnDevice, stampedChoice } from './device-choice.ts';

/** Rows of 28, 36 and 44 px; a finger gets 44 in each. */
export const DENSITIES = ['compact', 'default', 'comfy'] as const;
export type Density = (typeof DENSITIES)[number];

type DensityStore = { readonly density: Density; readonly choose: (density: Density) => void };

export const useDensity = create<DensityStore>((set) => ({
  density: stampedChoice('density', DENSITIES) ?? 'default',
  choose: (density) => {
    chooseOnDevice('density', density);
    set({ density });
  },
}));
