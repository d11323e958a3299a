/** The room is not part of the first paint of the board, and is there before anybody opens one. */
export const loadRoom = () => import('./routes/room-route.tsx');
