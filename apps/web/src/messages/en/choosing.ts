/** What forms offer to choose from. */
export const choosing = {
  me: 'Me',
  time: 'Time',
  minutes: '{minutes, number} min',
  hours: '{hours, plural, one {# hour} other {# hours}}',
  noEnd: 'No end',
} as const;
