import type { BoardRow } from '@sitrep/shared/board/board-row';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../ui/keys.ts';
import { BoardRowItem, ROW_GRID, takeButtonOf } from './board-row-item.tsx';
import { useRowKeys } from './use-row-keys.ts';

type Props = { rows: readonly BoardRow[] };

export const BoardList = ({ rows }: Props) => {
  const t = useTranslations('board');
  const keys = useTranslations('keys');
  const ref = useRef<HTMLUListElement>(null);
  const { stop, move } = useRowKeys(
    ref,
    rows.map(({ id }) => id),
  );
  const take = (): void => {
    const focused = document.activeElement?.closest('li');
    const free = [...(ref.current?.querySelectorAll<HTMLElement>('li') ?? [])].filter(takeButtonOf);
    // Without a row chosen only where there is no doubt which is meant.
    const row = focused ?? (free.length === 1 ? free[0] : undefined);
    if (row instanceof HTMLElement) takeButtonOf(row)?.click();
  };
  useKeys([
    { keys: 'j', label: keys('next'), run: () => move(1) },
    { keys: 'k', label: keys('previous'), run: () => move(-1) },
    { keys: 'i', label: keys('take'), run: take },
  ]);
  return (
    <>
      <div
        aria-hidden="true"
        className={`${ROW_GRID} hidden border-b border-border px-4 py-1 text-meta font-medium text-text-2 room:grid`}
      >
        <span>{t('severity')}</span>
        <span className="max-xl:hidden">{t('key')}</span>
        <span>{t('incident')}</span>
        <span>{t('status')}</span>
        <span>{t('age')}</span>
        <span>{t('commander')}</span>
        <span className="max-xl:hidden">{t('services')}</span>
        <span>{t('alerts')}</span>
        <span>{t('myRole')}</span>
      </div>
      <ul ref={ref} aria-label={t('list')}>
        {rows.map((row) => (
          <BoardRowItem key={row.id} row={row} isStop={row.id === stop} />
        ))}
      </ul>
    </>
  );
};
