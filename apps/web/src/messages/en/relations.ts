import type { RelationKind } from '@sitrep/shared/relations/values';

export const relations = {
  title: 'Related incidents',
  add: 'Relate another incident',
  none: 'None yet. Relate what may have the same cause:',
  noneCommand: '/relate INC-2026-0042',
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
  relate: 'Relate',
} as const;
