import { useCallback } from 'react';
import { usePhrase } from '../../features/timeline/use-phrase.ts';
import type { RoomEntry } from '../../live/live-client.ts';

/** What an entry says, for features that show entries beside the timeline. */
export const useEntryText = (): ((entry: RoomEntry) => string) => {
  const phrase = usePhrase();
  return useCallback((entry) => (entry.origin === 'written' ? entry.text : phrase(entry)), [phrase]);
};
