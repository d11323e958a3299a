export const updatePhrases = {} as const;
