import { hasNews, type WhatChanged } from '@sitrep/shared/rooms/what-changed';

/** For a few notes the timeline itself is the shorter text. */
const FEW_ENTRIES = 5;

/** Who was hardly `away` has seen what was pinned meanwhile; what others wrote since may still lie out of their view. */
export const isWorthTelling = (changed: WhatChanged, away: boolean): boolean =>
  (away || changed.entries > 0) && (hasNews(changed) || changed.entries > FEW_ENTRIES);
