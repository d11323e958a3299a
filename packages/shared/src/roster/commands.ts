export const rosterCommands = {} as const;
