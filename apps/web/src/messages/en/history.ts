export const history = {
  title: 'History',
  search: 'Search past incidents',
  searchPlaceholder: 'Words from titles, summaries and timelines',
  list: 'Closed incidents',
  none: 'No incident has been closed yet',
  noneMeaning: 'Closed incidents are kept here, with everything that was written.',
  nothingFound: 'Nothing found for “{search}”',
  nothingFoundMeaning: 'Only closed incidents are searched here; open ones are on the board.',
  more: 'Show more',
  lasted: 'lasted {age}',
  closed: 'closed',
  failed: 'History could not be loaded.',
} as const;
