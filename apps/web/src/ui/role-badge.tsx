import { Megaphone, PenLine, Shield, Star, UserCog, Wrench, type LucideIcon } from 'lucide-react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  commander: Star,
  deputy: Shield,
  'technical-lead': Wrench,
  'communications-lead': Megaphone,
  scribe: PenLine,
};

/** One for all that the settings add. */
export const RoleIcon = ({ role, className }: { role: string; className?: string }) => {
  const Icon = ICONS[role] ?? UserCog;
  return <Icon size={14} aria-hidden className={className} />;
};

type Props = {
  role: string;
  /** The whole name, for who hears it. */
  name: string;
  short: string;
};

/** Icon and letters. */
export const RoleBadge = ({ role, name, short }: Props) => (
  <span className="inline-flex shrink-0 items-center gap-1 text-meta font-semibold whitespace-nowrap text-text-2">
    <RoleIcon role={role} />
    <span aria-hidden="true">{short}</span>
    <span className="sr-only">{name}</span>
  </span>
);
