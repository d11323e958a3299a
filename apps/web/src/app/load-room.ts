import { patiently } from '../ui/patiently.ts';

/** The room is not part of the first paint of the board, and is there before anybody opens one. */
export const loadRoom = patiently(() => import('./routes/room-route.tsx'));
