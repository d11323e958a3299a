/** Writing on the timeline: what is typed, edited, attached. */
export const writing = {
  markdown: {
    table: 'Table',
    lines: '{count, plural, one {1 line} other {# lines}}',
    showLines: '{count, plural, one {Show 1 more line} other {Show # more lines}}',
    fold: 'Fold',
    done: 'done:',
    open: 'to do:',
  },
} as const;
