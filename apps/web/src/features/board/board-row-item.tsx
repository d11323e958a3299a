import type { BoardRow } from '@sitrep/shared/board/board-row';
import { Bell, Lock, TrendingUp } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { tipWhenCut } from '../../ui/tip-when-cut.ts';
import { tip } from '../../ui/tooltip.tsx';
import { NewDot, Tint, useFreshness } from '../../widgets/change-mark.tsx';
import { useChangeWords } from '../../widgets/change-words.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { useMe } from '../../widgets/me.ts';
import { useIsActive } from '../../widgets/person.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';
import { SeverityLabel } from '../../widgets/severity.tsx';
import { StatusLabel } from '../../widgets/status.tsx';
import { Age } from '../../widgets/times.tsx';
import { AcknowledgeLine } from './acknowledge-line.tsx';
import { isUnowned } from './arrangement.ts';
import { CommanderCell } from './commander-cell.tsx';
import { changedAt, roleOf } from './filters.ts';
import { UpdateCell } from './update-cell.tsx';

/** One grid for head and rows: columns stand still whatever is in them. Where there is little room the title has it. */
export const ROW_GRID =
  'grid-cols-[4.5rem_minmax(0,1fr)_7.25rem_4.75rem_6.75rem_10.5rem_3rem] wide:grid-cols-[5rem_minmax(0,1fr)_9rem_6rem_7.5rem_13rem_4rem_6rem] gap-x-3';

type Props = {
  row: BoardRow;
  /** It has left the board; the row stays while somebody is at the list. */
  gone: boolean;
  /** Tab stops in one row of the list; keys move to the others. */
  isStop: boolean;
};

export const BoardRowItem = memo(({ row, gone, isStop }: Props) => {
  const t = useTranslations('board');
  const me = useMe();
  const isActive = useIsActive();
  const changeWords = useChangeWords();
  const { lastChange } = row;
  const arrived = { at: row.declaredAt, by: 'system/board' } as const;
  const { at, isNew, isFresh, see } = useFreshness(`board/${row.id}`, lastChange ?? arrived);
  const role = roleOf(row, me.id);
  const roleNames = useRoleNames();
  const unowned = !gone && isUnowned(row, isActive);
  const changed = lastChange === undefined ? undefined : changeWords(lastChange.field, lastChange);
  const tintOf = (field: 'row' | NonNullable<BoardRow['lastChange']>['field']): ReactNode =>
    isFresh && at !== undefined && (lastChange?.field ?? 'row') === field ? <Tint at={at} /> : null;
  return (
    <li
      data-row={row.id}
      data-gone={gone ? '' : undefined}
      className={classNames(
        'relative isolate border-b border-border bg-surface hover:bg-raised has-[a[data-board-row]:focus-visible]:bg-raised',
        (gone || row.status === 'resolved') && 'text-text-2',
      )}
    >
      {unowned ? <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-sev1" /> : null}
      {tintOf('row')}
      <div
        onPointerLeave={see}
        onBlur={see}
        className={classNames(
          ROW_GRID,
          'min-h-13 items-center px-4 py-1 room:grid max-room:flex max-room:flex-wrap max-room:gap-y-1.5 max-room:py-3',
        )}
      >
        <Cell tint={tintOf('severity')} className={isNew ? 'relative' : ''}>
          {isNew ? <NewDot className="top-1/2 -left-3 -translate-y-1/2" /> : null}
          <SeverityLabel severity={row.severity} />
        </Cell>
        <Cell tint={tintOf('title')} className="min-w-0 flex-col !items-stretch max-room:order-1 max-room:basis-full">
          <span className="flex min-w-0 items-center gap-2">
            <IncidentLink
              idOrKey={row.key}
              {...tipWhenCut}
              className={classNames(
                'min-w-0 font-medium after:absolute after:inset-0 line-clamp-2 room:line-clamp-1',
                gone && 'line-through',
              )}
              data-board-row
              tabIndex={isStop ? 0 : -1}
            >
              {row.title}
            </IncidentLink>
            {row.private ? <Lock size={14} aria-label={t('private')} className="shrink-0 text-text-2" /> : null}
            {row.suggestsResolve ? (
              <Badge tone="ok" title={t('resolveHintMeaning')}>
                {t('resolveHint')}
              </Badge>
            ) : null}
          </span>
          <span className="flex min-w-0 items-center gap-2 text-meta text-text-2">
            <span className="figures shrink-0 font-mono">{row.key}</span>
            {role === undefined ? null : (
              <Badge tone="accent" title={t('mineAs', { role: roleNames.name(role) })}>
                {roleNames.short(role)}
              </Badge>
            )}
            {row.escalatedAt === undefined ? null : (
              <Badge tone="alarm">
                <TrendingUp size={12} aria-hidden />
                {t('escalated')}
              </Badge>
            )}
            {row.executing === 0 ? null : <Badge>{t('executing', { count: row.executing })}</Badge>}
            <span className="truncate">{row.services.join(', ')}</span>
          </span>
        </Cell>
        <Cell tint={tintOf('status')}>
          {gone ? (
            <span className="italic">{t('gone')}</span>
          ) : (
            <span className="grid justify-items-start">
              <StatusLabel status={row.status} />
              {row.acknowledge === undefined ? null : <AcknowledgeLine clock={row.acknowledge} />}
            </span>
          )}
        </Cell>
        <Cell className="max-room:ml-auto">
          <Age at={row.startedAt ?? row.declaredAt} className="font-medium whitespace-nowrap" />
        </Cell>
        <Cell className="max-room:order-3">{gone ? null : <UpdateCell row={row} />}</Cell>
        <Cell tint={tintOf('role/commander')} className="min-w-0 max-room:order-2">
          {gone ? null : <CommanderCell row={row} isStop={isStop} />}
        </Cell>
        <Cell className="figures whitespace-nowrap max-room:order-3">
          {row.alerts.firing > 0 ? (
            <span
              className="relative z-1 inline-flex items-center gap-1"
              {...tip(t('firing', { count: row.alerts.firing }))}
            >
              <Bell size={14} aria-hidden />
              {row.alerts.firing}
              <span className="sr-only">{t('firing', { count: row.alerts.firing })}</span>
            </span>
          ) : null}
        </Cell>
        <Cell
          className={classNames(
            'max-room:order-4 max-room:ml-auto room:max-wide:hidden',
            // A phone has room for one of both.
            row.nextUpdate !== undefined && 'max-room:hidden',
          )}
          tipped={changed}
        >
          <span className="whitespace-pre text-text-2 room:sr-only">{t('changedAgo')} </span>
          <Age at={changedAt(row)} className="whitespace-nowrap text-text-2" />
        </Cell>
      </div>
      {changed === undefined ? null : <span className="sr-only">{changed}</span>}
    </li>
  );
});
BoardRowItem.displayName = 'BoardRowItem';

type CellProps = { children: ReactNode; tint?: ReactNode; className?: string; tipped?: string | undefined };

const Cell = ({ children, tint = null, className, tipped }: CellProps) => (
  // Not positioned unless it has to be: the link covers the whole row, and is above what is not.
  <span
    className={classNames(
      'flex items-center max-room:empty:hidden',
      (tint !== null || tipped !== undefined) && 'relative isolate',
      tipped !== undefined && 'z-1',
      className,
    )}
    {...tip(tipped)}
  >
    {tint}
    {children}
  </span>
);
