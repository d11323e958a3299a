export const situationCommands = {} as const;
