import { hasNews, type WhatChanged } from '@sitrep/shared/rooms/what-changed';

/** For a few notes the timeline itself is the shorter text. */
const FEW_ENTRIES = 5;

export const isWorthTelling = (changed: WhatChanged): boolean => hasNews(changed) || changed.entries > FEW_ENTRIES;
