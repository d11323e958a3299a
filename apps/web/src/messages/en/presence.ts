/** Who is in a room. */
export const presence = {
  title: 'Here now',
  here: '{count, plural, one {1 person is here} other {# people are here}}: show who',
  nobody: 'Nobody else is here.',
  you: '{name} (you)',
  more: '+{count, number}',
  doing: { idle: 'idle', viewing: 'here', typing: 'typing', editing: 'editing' },
  one: '{name} is typing',
  two: '{first} and {second} are typing',
  many: '{first}, {second} and {count, plural, one {1 more} other {# more}} are typing',
} as const;
