import type { BoardRow } from '@sitrep/shared/board/board-row';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useAnyCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { PersonChip, useIsActive } from '../../widgets/person.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';
import { needsCommander } from './filters.ts';

export const takeButtonOf = (row: HTMLElement): HTMLButtonElement | null => row.querySelector('[data-take-command]');

type Props = { row: BoardRow; isStop: boolean };

/** Who commands; where nobody does, that, and the way out of it. */
export const CommanderCell = ({ row, isStop }: Props) => {
  const t = useTranslations('board');
  const take = useTake(row);
  const isActive = useIsActive();
  const { commander } = row.roles;
  const named = commander === undefined ? null : <PersonChip id={commander} />;
  if (!needsCommander(row, isActive)) return <Commanded row={row} isStop={isStop} />;
  // Among many rows only the worst shout.
  const isSevere = row.severity <= 2;
  if (take.blocked !== undefined) {
    return (
      <span
        title={take.blocked}
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
        aria-label={take.name}
        title={take.label}
        busy={take.isPending}
        icon={<TriangleAlert size={14} aria-hidden />}
        onClick={take.run}
      >
        <span className="grid justify-items-start">
          <span className="col-start-1 row-start-1 group-hover:invisible group-focus-visible:invisible">
            {t('noCommander')}
          </span>
          <span
            aria-hidden="true"
            className="invisible col-start-1 row-start-1 group-hover:visible group-focus-visible:visible"
          >
            {take.label}
          </span>
        </span>
      </Button>
      {named === null ? null : <span className="max-w-full text-meta text-text-2">{named}</span>}
      <Asked row={row} />
      {take.problem}
    </span>
  );
};

/** With what is about to change, and what it takes of the reader. */
const Commanded = ({ row, isStop }: Props) => {
  const t = useTranslations('board');
  const take = useTake(row);
  const { commander } = row.roles;
  const isAnswerable = (take.isAccept || row.commanderAway) && take.blocked === undefined;
  if (commander === undefined) return null;
  return (
    <span className="grid min-w-0 max-w-full">
      <span className="flex min-w-0 items-center gap-2">
        <PersonChip id={commander} />
        {row.commanderAway ? <span className="shrink-0 text-meta font-medium text-sev3-fg">{t('away')}</span> : null}
        {isAnswerable ? (
          <Button
            data-take-command
            tabIndex={isStop ? 0 : -1}
            variant={take.isAccept ? 'primary' : 'secondary'}
            className="relative z-1 shrink-0 !px-2 !py-0.5"
            aria-label={take.name}
            title={take.label}
            busy={take.isPending}
            onClick={take.run}
          >
            {take.short}
          </Button>
        ) : null}
      </span>
      <Asked row={row} />
      {take.problem}
    </span>
  );
};

const Asked = ({ row: { commandOfferedTo } }: { row: BoardRow }) => {
  const t = useTranslations('board');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  // To whom it is offered, the button says it.
  if (commandOfferedTo === undefined || commandOfferedTo === me.id || !isActive(commandOfferedTo)) return null;
  const name = people.get(commandOfferedTo)?.name ?? common('somebody');
  return <span className="truncate text-meta text-text-2">{t('offeredTo', { name })}</span>;
};

/** Accepts what is offered to the reader, else takes. */
const useTake = (row: BoardRow) => {
  const t = useTranslations('board');
  const problemWords = useProblemWords();
  const me = useMe();
  const command = useAnyCommand();
  const blocked = useGate('incident.take-role', { holders: row.roles });
  const isAccept = row.commandOfferedTo === me.id;
  const type = isAccept ? 'role.accept' : 'incident.take-role';
  return {
    isAccept,
    blocked,
    isPending: command.isPending,
    label: t(isAccept ? 'accept' : 'take'),
    short: t(isAccept ? 'acceptShort' : 'takeShort'),
    name: t(isAccept ? 'acceptOf' : 'takeOf', { key: row.key }),
    run: () => command.mutate({ type, command: { incidentId: row.id, role: 'commander' } }),
    problem:
      command.error === null ? null : (
        <span role="alert" className="text-meta text-sev1-fg">
          {problemWords(command.error)}
        </span>
      ),
  };
};
