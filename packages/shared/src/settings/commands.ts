export const SETTINGS_STREAM = 'settings/sitrep';

export const settingsCommands = {} as const;
