import { History, Pause as PauseIcon, Play } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useKeyHint, useKeys } from '../../../ui/keys.ts';
import { Tooltip } from '../../../ui/tooltip.tsx';
import { GROUPS, type Cast, type Group } from './entry-groups.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { FindBox } from './find-box.tsx';
import type { TimelineSearch } from './timeline-search.ts';
import { toggled } from './toggled.ts';
import type { Matches } from './use-matches.ts';
import type { Pause } from './use-pause.ts';
import { ViewMenu } from './view-menu.tsx';

export type ToolbarProps = {
  search: TimelineSearch;
  change: (change: TimelineSearch) => void;
  cast: Cast;
  /** What is typed; the address follows a little later. */
  query: string;
  onQuery: (query: string) => void;
  matches: Matches;
  pause: Pause;
  /** Nothing of the past is live. */
  live: boolean;
  onWhatChanged: (() => void) | undefined;
  box: RefObject<HTMLInputElement | null>;
};

/** One line above the entries, and one with what they are narrowed down to. */
export const Toolbar = (props: ToolbarProps) => {
  const { search, change, cast, query, onQuery, matches, pause, live, onWhatChanged, box } = props;
  const t = useTranslations('timelineView');
  const choose = (group: Group | undefined): void => {
    if (group !== undefined) change({ kind: toggled(search.kind, group) });
  };
  useKeys([
    { id: 'search', label: t('search'), run: () => box.current?.focus() },
    { id: 'filter-1', label: t('filterBy', { kind: t(`group.${GROUPS[0]}`) }), run: () => choose(GROUPS[0]) },
    { id: 'filter-2', label: t('filterBy', { kind: t(`group.${GROUPS[1]}`) }), run: () => choose(GROUPS[1]) },
    { id: 'filter-3', label: t('filterBy', { kind: t(`group.${GROUPS[2]}`) }), run: () => choose(GROUPS[2]) },
    { id: 'filter-4', label: t('filterBy', { kind: t(`group.${GROUPS[3]}`) }), run: () => choose(GROUPS[3]) },
    { id: 'filter-5', label: t('filterBy', { kind: t(`group.${GROUPS[4]}`) }), run: () => choose(GROUPS[4]) },
    { id: 'filter-6', label: t('filterBy', { kind: t(`group.${GROUPS[5]}`) }), run: () => choose(GROUPS[5]) },
    { id: 'filter-7', label: t('filterBy', { kind: t(`group.${GROUPS[6]}`) }), run: () => choose(GROUPS[6]) },
    { id: 'filter-8', label: t('filterBy', { kind: t(`group.${GROUPS[7]}`) }), run: () => choose(GROUPS[7]) },
    ...(live ? [{ id: 'pause-live' as const, run: pause.toggle }] : []),
  ]);
  return (
    <>
      <div
        // Not a toolbar: arrow keys belong to the field in it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="group"
        aria-label={t('toolbar')}
        className="@container/bar flex shrink-0 items-center gap-1 border-b border-border px-2 py-1"
      >
        <FindBox box={box} query={query} onQuery={onQuery} matches={matches} />
        <FilterMenu search={search} change={change} cast={cast} />
        <span className="ml-auto flex items-center gap-0.5">
          {onWhatChanged === undefined ? null : (
            <Button
              variant="quiet"
              aria-label={t('whatChanged')}
              title={t('whatChanged')}
              icon={<History size={16} aria-hidden />}
              onClick={onWhatChanged}
              className="!px-1.5 pointer-coarse:min-w-11"
            >
              <span className="hidden text-dense @min-[38rem]/bar:inline">{t('whatChanged')}</span>
            </Button>
          )}
          <ViewMenu search={search} change={change} />
          {live ? <PauseButton pause={pause} /> : null}
        </span>
      </div>
      <FilterChips search={search} change={change} />
    </>
  );
};

const PauseButton = ({ pause: { paused, waiting, toggle } }: { pause: Pause }) => {
  const t = useTranslations('timelineView');
  const keys = useKeyHint('pause-live');
  if (!paused) {
    return (
      <Tooltip label={t('pause')} {...(keys === undefined ? {} : { keys })}>
        <IconButton label={t('pause')} icon={<PauseIcon size={16} aria-hidden />} onClick={toggle} />
      </Tooltip>
    );
  }
  return (
    <Button
      className="!border-accent !bg-accent-bg"
      icon={<Play size={16} aria-hidden />}
      title={t('resume')}
      onClick={toggle}
    >
      <span className="figures">{t('waiting', { count: waiting })}</span>
    </Button>
  );
};
