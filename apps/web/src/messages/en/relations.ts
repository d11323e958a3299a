import type { RelationKind } from '@sitrep/shared/relations/values';

export const relations = {
  title: 'Related incidents',
  add: 'Relate another incident',
  none: 'None yet. Relate what may have the same cause: /relate INC-2026-0042',
  noneShort: 'None.',
  is: {
    parent: 'this is a part of it',
    child: 'a part of this',
    related: 'related',
    duplicate: 'duplicate of this',
    merged: 'merged into this',
  } satisfies Readonly<Record<RelationKind, string>>,
  remove: 'Take away the relation to {key}',
  relateItem: 'Relate…',
  relateTitle: 'Relate another incident to {key}',
  other: 'The other incident',
  otherMissing: 'Say which incident.',
  what: 'What it is to this incident',
  choose: { related: 'Related', parent: 'Parent', child: 'Part' },
  hint: {
    related: 'it may have to do with this one',
    parent: 'this incident is a part of it',
    child: 'it is a part of this incident',
  },
  relate: 'Relate',
} as const;
