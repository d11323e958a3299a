export const situationPhrases = {} as const;
