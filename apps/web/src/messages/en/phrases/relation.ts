export const relationPhrases = {} as const;
