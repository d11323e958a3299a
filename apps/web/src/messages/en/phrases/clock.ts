export const clockPhrases = {} as const;
