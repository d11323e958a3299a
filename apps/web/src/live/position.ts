import type { TopicUpdate } from '@sitrep/shared/protocol/socket';

type Step = Pick<TopicUpdate, 'prev' | 'position'>;

/** What an update means to somebody who holds `held`: a loss, a doubling and a reordering all show here. */
export const fitOf = (held: number, { prev, position }: Step): 'next' | 'known' | 'gap' => {
  // Counters move without an event: nothing to miss.
  if (prev === held && position >= held) return 'next';
  return position <= held ? 'known' : 'gap';
};

export const inOrder = (a: Step, b: Step): number => a.prev - b.prev || a.position - b.position;

const isPosition = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Rows and events are our own server's and trusted; what decides whether they fit is not. */
export const isTopicUpdate = (value: unknown): value is TopicUpdate => {
  if (typeof value !== 'object' || value === null) return false;
  const { topic, prev, position } = value as Partial<Record<keyof TopicUpdate, unknown>>;
  return typeof topic === 'string' && isPosition(prev) && isPosition(position);
};
