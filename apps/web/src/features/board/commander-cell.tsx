import type { BoardRow } from '@sitrep/shared/board/board-row';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useGate } from '../../widgets/gate.ts';
import { PersonChip, useIsActive } from '../../widgets/person.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';
import { needsCommander } from './filters.ts';

export const takeButtonOf = (row: HTMLElement): HTMLButtonElement | null => row.querySelector('[data-take-command]');

type Props = { row: BoardRow; isStop: boolean };

/** Who commands; where nobody does, that, and the way out of it. */
export const CommanderCell = ({ row, isStop }: Props) => {
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
            : 'border-sev1-fg font-medium text-sev1-fg',
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
