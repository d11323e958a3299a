import type { ReactNode } from 'react';

export type MenuItem = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
  /** Set for choices: whether this is the one in force. */
  readonly checked?: boolean;
  readonly blocked?: string | undefined;
  readonly danger?: boolean;
  /** A heading above this item and those after it; the empty one is a line alone. */
  readonly section?: string;
  /** One key that chooses it while the menu is open. */
  readonly shortcut?: string;
  onSelect(): void;
};
