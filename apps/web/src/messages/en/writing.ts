/** Writing on the timeline: what is typed, edited, attached. */
export const writing = {
  edit: {
    stale: 'Somebody edited this entry in the meantime.',
    yours: 'Yours',
    theirs: '{name} wrote',
    keepMine: 'Keep mine',
    keepTheirs: 'Keep theirs',
    merge: 'Merge both…',
    merged: 'Both together',
    mergedEmpty: 'Write something first.',
    saveMerged: 'Save merged text',
    added: 'different:',
    gone: 'removed:',
    drop: 'Discard my changes',
    later: 'Go on later',
    resume: 'Unsaved edit: go on',
    bringBack: 'Use this text again',
    restore: 'Restore',
  },
  markdown: {
    table: 'Table',
    lines: '{count, plural, one {1 line} other {# lines}}',
    showLines: '{count, plural, one {Show 1 more line} other {Show # more lines}}',
    fold: 'Fold',
    done: 'done:',
    open: 'to do:',
  },
} as const;
