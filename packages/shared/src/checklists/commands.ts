export const checklistCommands = {} as const;
