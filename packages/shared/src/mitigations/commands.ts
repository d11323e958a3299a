export const mitigationCommands = {} as const;
