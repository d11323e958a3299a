export const checklistPhrases = {} as const;
