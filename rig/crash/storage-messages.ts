import type { Command, LoggedEvent } from './target.ts';

export type Ask =
  | { readonly ask: 'write'; readonly id: number; readonly command: Command }
  | { readonly ask: 'log'; readonly id: number }
  | { readonly ask: 'verify'; readonly id: number }
  | { readonly ask: 'stop'; readonly id: number };

export type Answer =
  | { readonly answer: 'ready' }
  | { readonly answer: 'written'; readonly id: number; readonly positions: readonly number[] }
  | { readonly answer: 'log'; readonly id: number; readonly events: readonly LoggedEvent[] }
  | { readonly answer: 'verified'; readonly id: number; readonly problem?: string }
  | { readonly answer: 'stopped'; readonly id: number }
  | { readonly answer: 'failed'; readonly id: number; readonly reason: string };

/** Faults built in on purpose: a rig that does not find them proves nothing. */
export type PlantedFault = 'none' | 'answers-early' | 'forgets-commands';
