/** The whole room as a file, or on paper. */
export const exported = {
  markdown: 'Export Markdown',
  json: 'Export JSON',
  print: 'Print…',
  printTitle: '{key}, for printing',
  printNow: 'Print',
  back: 'Back to the room',
  failed: 'The incident could not be loaded',
} as const;
