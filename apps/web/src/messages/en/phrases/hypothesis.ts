export const hypothesisPhrases = {} as const;
