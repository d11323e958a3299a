/** Between publishing and leaving: so long it can be held. */
export const HOLD_WINDOW_MS = 10_000;
/** Each is sent with every snapshot of the room. */
export const MAX_UPDATES = 200;
export const MAX_COMPONENTS = 50;
export const MAX_UPDATE_LENGTH = 4_000;
