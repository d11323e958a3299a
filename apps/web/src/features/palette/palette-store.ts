import { IncidentId } from '@sitrep/shared/kernel/ids';
import { create } from 'zustand';
import { focusedRow, here } from '../../widgets/here.ts';

type PaletteStore = {
  /** Open while set. */
  readonly asked?: { readonly context: IncidentId | undefined };
};

export const usePaletteStore = create<PaletteStore>(() => ({}));

/** About the room on screen, else about the row that has the focus. */
export const openPalette = (): void => {
  const context = here.getState().incidentId ?? IncidentId.safeParse(focusedRow()).data;
  usePaletteStore.setState({ asked: { context } });
};

export const closePalette = (): void => usePaletteStore.setState({}, true);
