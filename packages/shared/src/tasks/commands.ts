export const taskCommands = {} as const;
