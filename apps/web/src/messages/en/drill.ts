export const drill = {
  drill: 'Drill',
  meaning: 'Practice: nothing here is real',
} as const;
