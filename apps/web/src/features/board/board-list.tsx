import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../ui/keys.ts';
import { showToast } from '../../ui/toast.ts';
import { useGate } from '../../widgets/gate.ts';
import type { Slot } from './arrangement.ts';
import { BoardRowItem, ROW_GRID } from './board-row-item.tsx';
import { takeButtonOf } from './commander-cell.tsx';
import { useRowKeys } from './use-row-keys.ts';

type Props = { slots: readonly Slot[] };

/** What is open, and below it what is resolved and waits to be closed. */
export const BoardList = ({ slots }: Props) => {
  const t = useTranslations('board');
  const ref = useRef<HTMLDivElement>(null);
  const blocked = useGate('incident.take-role');
  const { stop, move } = useRowKeys(
    ref,
    slots.map(({ row }) => row.id),
  );
  const take = (): void => {
    const focused = document.activeElement?.closest('li');
    const free = [...(ref.current?.querySelectorAll<HTMLElement>('li') ?? [])].filter(takeButtonOf);
    // Without a row chosen only where there is no doubt which is meant.
    const row = focused ?? (free.length === 1 ? free[0] : undefined);
    const button = row instanceof HTMLElement ? takeButtonOf(row) : null;
    // A key that does nothing seems broken.
    const why = blocked ?? t(free.length === 0 ? 'allCommanded' : 'chooseRow');
    if (button === null) showToast({ id: 'take-command', title: why });
    else button.click();
  };
  useKeys([
    { id: 'next', run: () => move(1) },
    { id: 'previous', run: () => move(-1) },
    { id: 'open' },
    { id: 'take-command', run: take },
  ]);
  // A row goes below only in its turn: what is resolved while somebody is at the list stays where it was.
  const firstBelow = slots.findLastIndex(({ row }) => row.status !== 'resolved') + 1;
  return (
    <div ref={ref}>
      <Head />
      <Rows label={t('list')} slots={slots.slice(0, firstBelow)} stop={stop} />
      <Rows label={t('resolved')} slots={slots.slice(firstBelow)} stop={stop}>
        <h2 className="px-4 pt-4 pb-1 text-dense font-semibold text-text-2">{t('resolved')}</h2>
      </Rows>
    </div>
  );
};

type RowsProps = { label: string; slots: readonly Slot[]; stop: string | undefined; children?: ReactNode };

const Rows = ({ label, slots, stop, children }: RowsProps) =>
  slots.length === 0 ? null : (
    <>
      {children}
      <ul aria-label={label} className="border-t border-border">
        {slots.map(({ row, gone }) => (
          <BoardRowItem key={row.id} row={row} gone={gone} isStop={row.id === stop} />
        ))}
      </ul>
    </>
  );

const Head = () => {
  const t = useTranslations('board');
  return (
    <div aria-hidden="true" className={`${ROW_GRID} hidden px-4 pb-1 text-meta font-medium text-text-2 room:grid`}>
      <span>{t('severity')}</span>
      <span>{t('incident')}</span>
      <span>{t('status')}</span>
      <span>{t('age')}</span>
      <span>{t('update')}</span>
      <span>{t('commander')}</span>
      <span>{t('alerts')}</span>
      <span className="max-wide:hidden">{t('changed')}</span>
    </div>
  );
};
