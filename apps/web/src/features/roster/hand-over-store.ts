import { create } from 'zustand';

/** The dialog is called by a key, by the header and by what reminds of it. */
export const useHandOverStore = create<{ readonly open: boolean }>(() => ({ open: false }));

export const openHandOver = (): void => useHandOverStore.setState({ open: true });
export const closeHandOver = (): void => useHandOverStore.setState({ open: false });
