export const checklistPhrases = {
  ticked: '{actor} ticked “{text}”',
  unticked: '{actor} opened “{text}” again',
  skipped: '{actor} skipped “{text}”: {reason}',
} as const;
