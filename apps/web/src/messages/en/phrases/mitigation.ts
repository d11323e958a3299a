export const mitigationPhrases = {} as const;
