import type { BoardRow } from '@sitrep/shared/board/board-row';
import { Bell, Lock, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useGate } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { useMe } from '../../widgets/me.ts';
import { PersonChip, useIsActive } from '../../widgets/person.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';
import { SeverityLabel } from '../../widgets/severity.tsx';
import { StatusLabel } from '../../widgets/status.tsx';
import { Age } from '../../widgets/times.tsx';
import { needsCommander, roleOf } from './filters.ts';

/** One grid for head and rows: columns stand still whatever is in them. */
export const ROW_GRID =
  'grid-cols-[4.5rem_minmax(0,1fr)_8rem_5.5rem_11.5rem_4rem_3rem] xl:grid-cols-[4.5rem_8rem_minmax(0,3fr)_8rem_5.5rem_11.5rem_minmax(0,1fr)_4rem_3rem] gap-x-3';

export const takeButtonOf = (row: HTMLElement): HTMLButtonElement | null => row.querySelector('[data-take-command]');

type Props = {
  row: BoardRow;
  /** Tab stops in one row of the list; keys move to the others. */
  isStop: boolean;
};

export const BoardRowItem = memo(({ row, isStop }: Props) => {
  const t = useTranslations('board');
  const words = useTranslations('words');
  const me = useMe();
  const role = roleOf(row, me.id);
  return (
    <li
      data-row={row.id}
      className={classNames(
        'relative border-b border-border bg-surface hover:bg-raised has-[a[data-board-row]:focus-visible]:bg-raised',
        row.status === 'resolved' && 'text-text-2',
      )}
    >
      <div
        className={classNames(
          ROW_GRID,
          'min-h-11 items-center px-4 py-1.5 room:grid max-room:flex max-room:flex-wrap max-room:gap-y-1 max-room:py-3',
        )}
      >
        <SeverityLabel severity={row.severity} />
        <span className="figures font-mono text-dense whitespace-nowrap text-text-2 room:max-xl:hidden">{row.key}</span>
        <span className="grid min-w-0 max-room:order-first max-room:basis-full">
          <span className="flex min-w-0 items-center gap-2">
            <IncidentLink
              idOrKey={row.key}
              className="line-clamp-2 min-w-0 font-medium after:absolute after:inset-0"
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
          <span aria-hidden="true" className="figures hidden truncate text-meta text-text-2 room:max-xl:block">
            {[row.key, ...row.services].join(' · ')}
          </span>
        </span>
        <span>
          <StatusLabel status={row.status} />
        </span>
        <Age at={row.startedAt ?? row.declaredAt} className="whitespace-nowrap" />
        <span className="min-w-0">
          <Commander row={row} isStop={isStop} />
        </span>
        <span className="min-w-0 truncate text-dense text-text-2 room:max-xl:hidden" title={row.services.join(', ')}>
          {row.services.join(', ')}
        </span>
        <span className="figures whitespace-nowrap">
          {row.alerts.firing > 0 ? (
            <span className="inline-flex items-center gap-1" title={t('firing', { count: row.alerts.firing })}>
              <Bell size={14} aria-hidden />
              {row.alerts.firing}
              <span className="sr-only">{t('firing', { count: row.alerts.firing })}</span>
            </span>
          ) : null}
        </span>
        <span>{role === undefined ? null : <Badge tone="accent">{words(`roleShort.${role}`)}</Badge>}</span>
      </div>
    </li>
  );
});
BoardRowItem.displayName = 'BoardRowItem';

const Commander = ({ row, isStop }: Props) => {
  const t = useTranslations('board');
  const problemWords = useProblemWords();
  const take = useCommand('incident.take-role');
  const blocked = useGate('incident.take-role', { holders: row.roles });
  const isActive = useIsActive();
  const { commander } = row.roles;
  const named = commander === undefined ? null : <PersonChip id={commander} />;
  if (!needsCommander(row, isActive)) return named;
  // Among many rows only the worst shout.
  const isSevere = row.severity <= 2;
  if (blocked !== undefined) {
    return (
      <span
        title={blocked}
        className={classNames(
          'relative z-1 inline-flex items-center gap-1.5 rounded-m border px-2 py-1',
          isSevere
            ? 'border-transparent bg-sev1 font-semibold text-on-sev1'
            : 'border-sev1-fg text-sev1-fg font-medium',
        )}
      >
        <TriangleAlert size={14} aria-hidden />
        {t('noCommander')}
      </span>
    );
  }
  return (
    <span className="relative z-1 inline-flex flex-wrap items-center gap-x-2">
      <Button
        data-take-command
        tabIndex={isStop ? 0 : -1}
        variant={isSevere ? 'alarm' : 'danger'}
        className="group !px-2"
        aria-label={t('takeOf', { key: row.key })}
        title={t('take')}
        busy={take.isPending}
        icon={<TriangleAlert size={14} aria-hidden />}
        onClick={() => take.mutate({ incidentId: row.id, role: 'commander' })}
      >
        <span className="grid justify-items-start">
          <span className="col-start-1 row-start-1 group-hover:invisible group-focus-visible:invisible">
            {t('noCommander')}
          </span>
          <span
            aria-hidden="true"
            className="invisible col-start-1 row-start-1 group-hover:visible group-focus-visible:visible"
          >
            {t('take')}
          </span>
        </span>
      </Button>
      {named === null ? null : <span className="max-w-full text-meta text-text-2">{named}</span>}
      {take.error === null ? null : (
        <span role="alert" className="text-meta text-sev1-fg">
          {problemWords(take.error)}
        </span>
      )}
    </span>
  );
};
