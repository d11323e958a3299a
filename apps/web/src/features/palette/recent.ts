import { readStored, writeStored } from '../../ui/stored.ts';

const MOST = 30;

const nameOf = (userId: string): string => `sitrep:${userId}:palette`;

/** Ids of what was chosen on this device, newest first. */
export const readRecent = (userId: string): readonly string[] => {
  try {
    const ids: unknown = JSON.parse(readStored(nameOf(userId)) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
};

export const rememberChoice = (userId: string, id: string): void => {
  const others = readRecent(userId).filter((other) => other !== id);
  writeStored(nameOf(userId), JSON.stringify([id, ...others].slice(0, MOST)));
};
