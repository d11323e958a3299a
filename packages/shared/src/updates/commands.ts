export const updateCommands = {} as const;
