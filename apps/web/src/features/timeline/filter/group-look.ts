import {
  AlarmClock,
  Bell,
  Gavel,
  GitCommitHorizontal,
  Lightbulb,
  Link2,
  ListTodo,
  Megaphone,
  Search,
  SlidersHorizontal,
  StickyNote,
  Users,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import type { KeyId } from '../../../ui/keys/catalogue.ts';
import type { Group } from './entry-groups.ts';

/** How a kind of entries is shown, and the key that switches it, where it has one. */
export const GROUP_LOOK: Readonly<Record<Group, { readonly icon: LucideIcon; readonly keyId?: KeyId }>> = {
  note: { icon: StickyNote, keyId: 'filter-1' },
  finding: { icon: Search, keyId: 'filter-2' },
  decision: { icon: Gavel, keyId: 'filter-3' },
  change: { icon: GitCommitHorizontal, keyId: 'filter-4' },
  impact: { icon: Users, keyId: 'filter-5' },
  link: { icon: Link2, keyId: 'filter-6' },
  alert: { icon: Bell, keyId: 'filter-7' },
  state: { icon: SlidersHorizontal, keyId: 'filter-8' },
  hypothesis: { icon: Lightbulb },
  mitigation: { icon: Wrench },
  task: { icon: ListTodo },
  update: { icon: Megaphone },
  clock: { icon: AlarmClock },
};
