import type { Incident } from '../../incidents/state.ts';
import type { Room } from '../room.ts';
import type { Names } from './names.ts';

/** What a document is written out of. */
export type Source = { readonly room: Room; readonly incident: Incident; readonly names: Names };
