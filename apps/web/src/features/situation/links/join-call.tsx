import { bridgeOf, type Situation } from '@sitrep/shared/situation/state';
import { Phone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../ui/class-names.ts';
import { tip } from '../../../ui/tooltip.tsx';
import { linkName } from './link-look.ts';

type Props = { situation: Situation; /** Its icon alone where there is little room. */ compact?: boolean };

/** Into the newest call, in one press; nothing where there is none. */
export const JoinCall = ({ situation, compact = false }: Props) => {
  const t = useTranslations('situation.links');
  const bridge = bridgeOf(situation);
  if (bridge === undefined) return null;
  const what = linkName(bridge);
  return (
    <a
      href={bridge.url}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('joinOf', { what })}
      {...tip(what)}
      className="target inline-flex items-center justify-center gap-1.5 rounded-m border border-border-strong bg-surface px-2.5 py-1 text-body font-medium whitespace-nowrap text-text hover:bg-raised"
    >
      <Phone size={14} aria-hidden />
      <span className={classNames(compact && 'max-room:sr-only')}>{t('join')}</span>
    </a>
  );
};
