/** Files on the timeline. */
export const files = {
  queued: 'Files to send',
  preparing: 'Getting ready',
  uploading: 'Uploading',
  share: '{share, number, percent}',
  retry: 'Upload {name} again',
  remove: 'Leave out {name}',
  tooMany: '{count, plural, one {1 file was} other {# files were}} left out: an entry takes ten.',
  faults: {
    empty: 'This file is empty.',
    'too-large': 'This file is too large: 10 MB at most.',
    undrawable:
      'This picture cannot be opened here, so what it tells about where it was taken cannot be removed. Send it as JPEG or PNG.',
  },
  waits: '{count, plural, one {Sends as soon as 1 file is up.} other {Sends as soon as # files are up.}}',
  failed: 'A file did not get through: upload it again, or leave it out.',
  attach: 'Attach files…',
  drop: 'Drop to attach',
  pictures: 'Pictures',
  others: 'Files',
  open: 'Open picture {name}',
  missing: '{name} could not be loaded',
  download: 'Download {name}, {size}',
  downloadOriginal: 'Download ({size})',
  previous: 'Previous picture',
  next: 'Next picture',
  position: '{at, number} of {count, number}',
  size: {
    bytes: '{count, plural, one {1 byte} other {# bytes}}',
    kilobytes: '{count, number} kB',
    megabytes: '{count, number} MB',
  },
} as const;
