import { useEffect } from 'react';
import { create } from 'zustand';

/** What a screen shows instead of what is true now: it was paused, or is of a moment before (UTC ms). */
type HeldView = { readonly paused: boolean; readonly past: number | undefined };

export const useHeldView = create<HeldView>(() => ({ paused: false, past: undefined }));

export const useTellPaused = (paused: boolean): void =>
  useEffect(() => {
    if (!paused) return undefined;
    useHeldView.setState({ paused: true });
    return () => useHeldView.setState({ paused: false });
  }, [paused]);

export const useTellPast = (past: number): void =>
  useEffect(() => {
    useHeldView.setState({ past });
    return () => useHeldView.setState({ past: undefined });
  }, [past]);
