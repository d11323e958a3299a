import { Megaphone, PenLine, Shield, Star, UserCog, Wrench, type LucideIcon } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  commander: Star,
  deputy: Shield,
  'technical-lead': Wrench,
  'communications-lead': Megaphone,
  scribe: PenLine,
};

/** Of a role that is none of these: one that the settings have added. */
export const roleIcon = (role: string): LucideIcon => (Object.hasOwn(ICONS, role) ? ICONS[role] : undefined) ?? UserCog;

type Props = {
  role: string;
  /** The whole name, for who hears it. */
  name: string;
  short: string;
};

/** Icon and letters. */
export const RoleBadge = ({ role, name, short }: Props) => {
  const Icon = roleIcon(role);
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-meta font-semibold whitespace-nowrap text-text-2">
      <Icon size={14} aria-hidden />
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{name}</span>
    </span>
  );
};
