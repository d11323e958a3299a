import { Megaphone, PenLine, Shield, Star, Wrench, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';

export type BadgeRole = 'commander' | 'deputy' | 'technical-lead' | 'communications-lead' | 'scribe';

export const ROLE_ICONS: Readonly<Record<BadgeRole, LucideIcon>> = {
  commander: Star,
  deputy: Shield,
  'technical-lead': Wrench,
  'communications-lead': Megaphone,
  scribe: PenLine,
};

/** Icon and letters; the whole name for who hears it. */
export const RoleBadge = ({ role }: { role: BadgeRole }) => {
  const t = useTranslations('words');
  const Icon = ROLE_ICONS[role];
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-meta font-semibold whitespace-nowrap text-text-2">
      <Icon size={14} aria-hidden />
      <span aria-hidden="true">{t(`roleShort.${role}`)}</span>
      <span className="sr-only">{t(`role.${role}`)}</span>
    </span>
  );
};
