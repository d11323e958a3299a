import {
  Bell,
  Gavel,
  GitCommitHorizontal,
  Link2,
  Search,
  SlidersHorizontal,
  StickyNote,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { KeyId } from '../../../ui/keys/catalogue.ts';
import type { Group } from './entry-groups.ts';

/** How a kind of entries is shown, and the key that switches it, in the order of `GROUPS`. */
export const GROUP_LOOK: Readonly<Record<Group, { readonly icon: LucideIcon; readonly keyId: KeyId }>> = {
  note: { icon: StickyNote, keyId: 'filter-1' },
  finding: { icon: Search, keyId: 'filter-2' },
  decision: { icon: Gavel, keyId: 'filter-3' },
  change: { icon: GitCommitHorizontal, keyId: 'filter-4' },
  impact: { icon: Users, keyId: 'filter-5' },
  link: { icon: Link2, keyId: 'filter-6' },
  alert: { icon: Bell, keyId: 'filter-7' },
  state: { icon: SlidersHorizontal, keyId: 'filter-8' },
};
