/** Who changed what, for tooltips and readers. */
export const changes = {
  change: '{name}: {from} → {to}, {time}',
  nothing: 'nothing',
  pinned: 'pinned',
  unpinned: 'not pinned',
} as const;
