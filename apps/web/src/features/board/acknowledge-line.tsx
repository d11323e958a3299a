import type { BoardClock } from '@sitrep/shared/board/board-row';
import { useTranslations } from 'use-intl';
import { DueTime } from '../../widgets/due-time.tsx';
import { isPressing } from '../../widgets/due.ts';
import { useNow } from '../../widgets/times.tsx';

/** Until when somebody has to acknowledge it: nothing for what may wait until tomorrow. */
export const AcknowledgeLine = ({ clock }: { clock: BoardClock }) => {
  const t = useTranslations('board');
  const now = useNow(15_000);
  if (!isPressing(clock, now)) return null;
  return (
    <DueTime
      due={clock}
      className="text-meta"
      words={(look, time) => t(look === 'over' ? 'acknowledgeOver' : 'acknowledgeDue', { time })}
    />
  );
};
