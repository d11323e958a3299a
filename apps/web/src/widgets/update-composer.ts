import type { IncidentId, UpdateId } from '@sitrep/shared/kernel/ids';
import type { Audience } from '@sitrep/shared/settings/values';
import { create } from 'zustand';

export type AskedComposer = {
  readonly incidentId: IncidentId;
  readonly audience: Audience;
  /** The draft to go on with; nothing for a new one. */
  readonly updateId?: UpdateId;
  /** To begin with, instead of what would stand there. */
  readonly text?: string;
};

type Store = { readonly asked?: AskedComposer };

/** The composers of updates are called from panels, by keys, from the quick line and from the palette. */
export const useUpdateComposer = create<Store>(() => ({}));

export const openUpdateComposer = (asked: AskedComposer): void => useUpdateComposer.setState({ asked });

export const closeUpdateComposer = (): void => useUpdateComposer.setState({}, true);
