export const relationCommands = {} as const;
