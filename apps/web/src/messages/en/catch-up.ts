/** What changed while somebody was away. */
export const catchUp = {
  since: 'What changed since you left at {time}, {age} ago',
  soFar: 'What happened so far',
  dismiss: 'Dismiss',
  failed: 'It could not be loaded. The timeline below has it all.',
  severity: 'Severity',
  status: 'Status',
  title: 'Title',
  nobody: 'nobody',
  servicesAdded: 'Also affected',
  servicesRemoved: 'No longer affected',
  decisions: '{count, plural, one {Decision} other {# decisions}}',
  pinned: '{count, plural, one {Key event} other {# key events}}',
  newPeople: 'New here',
  entries: '{count, plural, =0 {No new entries.} one {1 new entry.} other {# new entries.}}',
  entriesSoFar: '{count, plural, one {1 entry so far.} other {# entries so far.}}',
} as const;
