import type { Audience } from '@sitrep/shared/settings/values';
import { Building2, Globe } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';

const ICONS = { internal: Building2, external: Globe } as const;

export const AudienceIcon = ({ audience, size = 14 }: { audience: Audience; size?: number }) => {
  const Icon = ICONS[audience];
  return <Icon size={size} aria-hidden className="shrink-0" />;
};

/** Told apart by icon, word and colour: what customers read is never taken for what colleagues read. */
const BANDS: Readonly<Record<Audience, string>> = {
  internal: 'bg-raised text-text border-border-strong',
  external: 'bg-accent text-on-accent border-transparent',
};

export const AudienceMark = ({ audience }: { audience: Audience }) => {
  const t = useTranslations('updates.audience');
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-s border px-1.5 text-meta font-medium whitespace-nowrap',
        BANDS[audience],
      )}
    >
      <AudienceIcon audience={audience} size={12} />
      {t(audience)}
    </span>
  );
};

type BandProps = {
  audience: Audience;
  className?: string;
  /** Instead of who reads it, where that is said already. */ children?: ReactNode;
};

export const AudienceBand = ({ audience, className, children }: BandProps) => {
  const t = useTranslations('updates.readers');
  return (
    <p
      className={classNames(
        'flex items-center gap-1.5 border px-2 py-1 text-dense font-medium',
        BANDS[audience],
        className,
      )}
    >
      <AudienceIcon audience={audience} />
      <span className="min-w-0 truncate">{children ?? t(audience)}</span>
    </p>
  );
};
