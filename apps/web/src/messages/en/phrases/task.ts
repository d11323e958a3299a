export const taskPhrases = {} as const;
