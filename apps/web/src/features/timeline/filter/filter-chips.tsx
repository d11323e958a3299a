import {
  Bell,
  GitCommitHorizontal,
  Gavel,
  Link2,
  Pin,
  Search,
  Server,
  SlidersHorizontal,
  StickyNote,
  UserRound,
  Users,
  X,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useKeyHint, useAriaKeys } from '../../../ui/keys.ts';
import type { KeyId } from '../../../ui/keys/catalogue.ts';
import { Menu } from '../../../ui/menu.tsx';
import { tip } from '../../../ui/tooltip.tsx';
import { countFilters, GROUPS, type Cast, type Group } from './entry-groups.ts';
import type { TimelineSearch } from './timeline-search.ts';
import { toggled } from './toggled.ts';

const ICONS: Readonly<Record<Group, typeof Bell>> = {
  note: StickyNote,
  finding: Search,
  decision: Gavel,
  change: GitCommitHorizontal,
  impact: Users,
  link: Link2,
  alert: Bell,
  state: SlidersHorizontal,
};
const KEYS: readonly KeyId[] = [
  'filter-1',
  'filter-2',
  'filter-3',
  'filter-4',
  'filter-5',
  'filter-6',
  'filter-7',
  'filter-8',
];

type Props = { search: TimelineSearch; change: (change: TimelineSearch) => void; cast: Cast };

/** Memorised: with every event the list is drawn anew, and none of this. */
export const FilterChips = memo(({ search, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  return (
    <>
      {GROUPS.map((group, index) => {
        const Icon = ICONS[group];
        return (
          <Chip
            key={group}
            label={t(`group.${group}`)}
            keyId={KEYS[index]}
            pressed={search.kind?.includes(group) === true}
            onToggle={() => change({ kind: toggled(search.kind, group) })}
          >
            <Icon size={16} aria-hidden />
          </Chip>
        );
      })}
      <span aria-hidden="true" className="mx-1 h-5 w-px bg-border" />
      <PersonMenu search={search} change={change} cast={cast} />
      <ServiceMenu search={search} change={change} cast={cast} />
      <Chip
        label={t('pinned')}
        pressed={search.pinned === true}
        onToggle={() => change({ pinned: search.pinned === true ? undefined : true })}
      >
        <Pin size={16} aria-hidden />
      </Chip>
      {countFilters(search) === 0 ? null : (
        <Chip label={t('showEverything')} onToggle={() => change(NO_FILTER)}>
          <X size={16} aria-hidden />
        </Chip>
      )}
    </>
  );
});
FilterChips.displayName = 'FilterChips';

export const NO_FILTER: TimelineSearch = { kind: undefined, by: undefined, service: undefined, pinned: undefined };

type ChipProps = {
  label: string;
  keyId?: KeyId | undefined;
  pressed?: boolean;
  onToggle: () => void;
  children: ReactNode;
};

const Chip = ({ label, keyId, pressed, onToggle, children }: ChipProps) => {
  // Without a key of its own it shows nobody's.
  const hint = useKeyHint(keyId ?? 'filter-1');
  const ariaKeys = useAriaKeys(keyId ?? 'filter-1');
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keyId === undefined ? undefined : ariaKeys}
      {...tip(label, keyId === undefined ? undefined : hint)}
      onClick={onToggle}
      className={classNames(
        'target inline-grid min-w-7 place-items-center rounded-m border px-1 pointer-coarse:min-w-11',
        chipLook(pressed === true),
      )}
    >
      {children}
    </button>
  );
};

const chipLook = (on: boolean): string =>
  on ? 'border-accent bg-accent-bg text-text' : 'border-transparent text-text-2 hover:bg-raised hover:text-text';

const menuLook = (on: boolean) =>
  ({
    variant: 'quiet',
    className: classNames('!px-1.5 max-w-40', on && '!border-accent !bg-accent-bg !text-text'),
  }) as const;

const PersonMenu = ({ search, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  const common = useTranslations('common');
  const { people } = usePeople();
  const nameOf = (id: (typeof cast.people)[number]): string => people.get(id)?.name ?? common('somebody');
  const { by } = search;
  const shown = by === undefined || cast.people.includes(by) ? cast.people : [by, ...cast.people];
  return (
    <Menu
      label={by === undefined ? t('person') : t('onlyPerson', { name: nameOf(by) })}
      trigger={
        <>
          <UserRound size={16} aria-hidden className="shrink-0" />
          {by === undefined ? null : <span className="truncate text-dense">{nameOf(by)}</span>}
        </>
      }
      button={menuLook(by !== undefined)}
      items={[
        { id: '', label: t('anybody'), checked: by === undefined, onSelect: () => change({ by: undefined }) },
        ...shown
          .map((id) => ({ id, label: nameOf(id), checked: id === by, onSelect: () => change({ by: id }) }))
          .toSorted((a, b) => a.label.localeCompare(b.label)),
      ]}
    />
  );
};

const ServiceMenu = ({ search: { service }, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  const shown = service === undefined || cast.services.includes(service) ? cast.services : [service, ...cast.services];
  if (shown.length === 0) return null;
  return (
    <Menu
      label={service === undefined ? t('service') : t('onlyService', { service })}
      trigger={
        <>
          <Server size={16} aria-hidden className="shrink-0" />
          {service === undefined ? null : <span className="truncate text-dense">{service}</span>}
        </>
      }
      button={menuLook(service !== undefined)}
      items={[
        {
          id: '',
          label: t('anyService'),
          checked: service === undefined,
          onSelect: () => change({ service: undefined }),
        },
        ...shown.map((name) => ({
          id: name,
          label: name,
          checked: name === service,
          onSelect: () => change({ service: name }),
        })),
      ]}
    />
  );
};
