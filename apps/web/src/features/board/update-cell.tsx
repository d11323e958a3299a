import type { BoardRow } from '@sitrep/shared/board/board-row';
import { useTranslations } from 'use-intl';
import { DueTime } from '../../widgets/due-time.tsx';
import { Age } from '../../widgets/times.tsx';

/** When anybody was told something last, and when the next word is due. */
export const UpdateCell = ({ row: { lastUpdateAt, nextUpdate } }: { row: BoardRow }) => {
  const t = useTranslations('board');
  const { internal = 0, external = 0 } = lastUpdateAt;
  const last = Math.max(internal, external);
  if (last === 0 && nextUpdate === undefined) return null;
  return (
    <span className="grid justify-items-start">
      <span className="max-room:hidden">
        {last === 0 ? (
          <span className="text-text-2">{t('noUpdate')}</span>
        ) : (
          <>
            <span className="sr-only">{t('lastUpdate')} </span>
            <Age at={last} className="whitespace-nowrap" />
          </>
        )}
      </span>
      {nextUpdate === undefined ? null : (
        <DueTime
          due={nextUpdate}
          className="text-meta"
          words={(look, time) => t(look === 'over' ? 'updateOverdue' : 'updateDue', { time })}
        />
      )}
    </span>
  );
};
