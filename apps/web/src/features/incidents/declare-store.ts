import { create } from 'zustand';
import type { DeclaredFrom } from './declare-draft.ts';

type DeclareStore = {
  /** Open while set. */
  readonly asked?: { readonly alert?: DeclaredFrom };
};

/** The dialog can be called from every screen. */
export const useDeclareStore = create<DeclareStore>(() => ({}));

export const openDeclare = (alert?: DeclaredFrom): void =>
  useDeclareStore.setState({ asked: alert === undefined ? {} : { alert } });

export const closeDeclare = (): void => useDeclareStore.setState({}, true);
