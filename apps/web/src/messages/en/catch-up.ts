/** What changed while somebody was away. */
export const catchUp = {
  since: 'What changed since you left at {time}, {age} ago',
  soFar: 'What happened so far',
  dismiss: 'Dismiss',
  failed: 'It could not be loaded. The timeline below has it all.',
  state: 'State',
  title: 'Title',
  nobody: 'nobody',
  roles: 'Roles',
  services: 'Affected',
  decisions: '{count, plural, one {Decision} other {# decisions}}',
  pinned: '{count, plural, one {Key event} other {# key events}}',
  more: 'and {count, number} more',
  newPeople: 'New here',
  entries: '{count, plural, =0 {no new entries} one {1 new entry} other {# new entries}}',
  entriesSoFar: '{count, plural, one {1 entry} other {# entries}}',
} as const;
