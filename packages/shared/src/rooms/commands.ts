/** Commands whose decision looks at the whole room: they belong to no domain alone. */
export const roomCommands = {} as const;
