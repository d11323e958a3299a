export const relationPhrases = {
  addedAs: {
    related: '{actor} related this incident to {key}',
    parent: '{actor} made this incident a part of {key}',
    child: '{actor} made {key} a part of this incident',
  },
  removedAs: {
    related: '{actor} took away the relation to {key}',
    parent: '{actor} took this incident out of {key}',
    child: '{actor} took {key} out of this incident',
  },
  addedThereAs: {
    related: '{key} was related to this incident',
    parent: 'This incident was made a part of {key}',
    child: '{key} was made a part of this incident',
    duplicate: '{key} was closed as a duplicate of this incident',
    merged: '{key} was merged into this incident',
  },
  removedThereAs: {
    related: 'The relation to {key} was taken away',
    parent: 'This incident was taken out of {key}',
    child: '{key} was taken out of this incident',
    duplicate: '{key} was reopened: it is a duplicate of this incident no longer',
    merged: '{key} was reopened: it is merged into this incident no longer',
  },
} as const;
