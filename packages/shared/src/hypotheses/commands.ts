export const hypothesisCommands = {} as const;
