import { Pin, Server, UserRound, X, type LucideIcon } from 'lucide-react';
import { memo, type MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { usePersonNames } from '../../../widgets/person.tsx';
import { countFilters } from './entry-groups.ts';
import { GROUP_LOOK } from './group-look.ts';
import type { TimelineSearch } from './timeline-search.ts';
import { toggled } from './toggled.ts';

type Props = { search: TimelineSearch; change: (change: TimelineSearch) => void };

export const NO_FILTER: TimelineSearch = { kind: undefined, by: undefined, service: undefined, pinned: undefined };

/** What the entries are narrowed down to, in words; each goes with a press. */
export const FilterChips = memo(({ search, change }: Props) => {
  const t = useTranslations('timelineView');
  const nameOf = usePersonNames();
  const { kind = [], by, service, pinned } = search;
  if (countFilters(search) === 0) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-border px-2 py-1.5 text-dense">
      <span className="text-text-2 max-sm:hidden">{t('showingOnly')}</span>
      <ul aria-label={t('showingOnly')} className="contents">
        {kind.map((group) => (
          <Chip
            key={group}
            icon={GROUP_LOOK[group].icon}
            label={t(`group.${group}`)}
            onRemove={() => change({ kind: toggled(kind, group) })}
          />
        ))}
        {by === undefined ? null : (
          <Chip icon={UserRound} label={nameOf(by)} onRemove={() => change({ by: undefined })} />
        )}
        {service === undefined ? null : (
          <Chip icon={Server} label={service} onRemove={() => change({ service: undefined })} />
        )}
        {pinned === true ? (
          <Chip icon={Pin} label={t('keyEvents')} onRemove={() => change({ pinned: undefined })} />
        ) : null}
      </ul>
      <Button
        variant="quiet"
        className="!px-1.5 !text-dense"
        onClick={(event) => {
          passFocusOn(event);
          change(NO_FILTER);
        }}
      >
        {t('clear')}
      </Button>
    </div>
  );
});
FilterChips.displayName = 'FilterChips';

const Chip = ({ icon: Icon, label, onRemove }: { icon: LucideIcon; label: string; onRemove: () => void }) => {
  const t = useTranslations('timelineView');
  return (
    <li className="flex min-w-0">
      <button
        type="button"
        aria-label={t('removeFilter', { filter: label })}
        onClick={(event) => {
          passFocusOn(event);
          onRemove();
        }}
        className="target inline-flex min-w-0 items-center gap-1.5 rounded-m border border-accent bg-accent-bg px-1.5 hover:border-text"
      >
        <Icon size={14} aria-hidden className="shrink-0 text-accent" />
        <span className="truncate">{label}</span>
        <X size={14} aria-hidden className="shrink-0 text-text-2" />
      </button>
    </li>
  );
};

/** What has the focus goes: to the chip beside it, else to the entries. */
const passFocusOn = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
  const chip = currentTarget.closest('li');
  const beside = chip?.nextElementSibling ?? chip?.previousElementSibling;
  const next = beside?.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('[role="log"]');
  next?.focus({ preventScroll: true });
};
