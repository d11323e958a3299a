import {
  Bell,
  Boxes,
  CircleAlert,
  CornerDownRight,
  History,
  Keyboard,
  LayoutList,
  Settings,
  Terminal,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Avatar } from '../../ui/avatar.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { StatusIcon } from '../../widgets/status.tsx';
import type { Group, Mark } from './items.ts';

const ICONS: Readonly<Record<Group, LucideIcon>> = {
  recent: History,
  here: Keyboard,
  answers: CornerDownRight,
  incidents: CircleAlert,
  commands: Terminal,
  people: Users,
  services: Boxes,
  alerts: Bell,
  past: History,
  screens: LayoutList,
  settings: Settings,
};

export const ItemMark = ({ mark }: { mark: Mark }) => {
  switch (mark.is) {
    case 'severity':
      return <SeverityMark severity={mark.severity} size={18} />;
    case 'status':
      return <StatusIcon status={mark.status} size={18} />;
    case 'person':
      return <Avatar name={mark.name} size={20} />;
    case 'group': {
      const Icon = ICONS[mark.group];
      return <Icon size={16} aria-hidden className="text-text-2" />;
    }
  }
};
