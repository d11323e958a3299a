export const rosterPhrases = {} as const;
