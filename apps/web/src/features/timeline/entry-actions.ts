import { createContext, use } from 'react';
import type { RoomEntry } from '../../live/live-client.ts';
import type { MenuItem } from '../../ui/menu.tsx';

/** What other features do with an entry. */
export type EntryActions = (entry: RoomEntry) => readonly MenuItem[];

const none: EntryActions = () => [];

/** Stays identical while nothing changes: every row of the timeline reads it. */
const EntryActionsContext = createContext<EntryActions>(none);

export const EntryActionsProvider = EntryActionsContext;
export const useEntryActions = (): EntryActions => use(EntryActionsContext);
