import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { BellRing, ChevronRight, TrendingUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../ui/class-names.ts';
import { Popover } from '../../ui/popover.tsx';
import type { Asked } from './asked-dialog.tsx';
import { ClocksList } from './clocks-list.tsx';
import { EscalatedText } from './escalated-text.tsx';
import { StandDown, type Told } from './notice-row.tsx';
import { CLOCKS_BUTTON } from './show-clocks.ts';

type Props = Omit<Told, 'onStandDown'> & { clocks: readonly RunningClock[]; onAsk: (asked: Asked) => void };

/** The same on a phone, in one slim line that opens the clocks. */
export const NoticeSummary = ({ seen, escalated, late, clocks, onAsk }: Props) => {
  const t = useTranslations('clocks');
  const Icon = escalated === undefined ? BellRing : TrendingUp;
  const text = [
    ...(escalated === undefined ? [] : [t('escalated')]),
    ...(late.length === 0 ? [] : [t('overdueCount', { count: late.length })]),
  ].join(' · ');
  return (
    <Popover
      label={text}
      className="w-112"
      button={{
        variant: 'quiet',
        wide: true,
        name: CLOCKS_BUTTON,
        icon: <Icon size={16} aria-hidden className="shrink-0" />,
        className: classNames(
          '!justify-start !rounded-none border-x-0! border-t-0! !px-3 font-semibold',
          escalated === undefined
            ? '!border-border !bg-surface !text-text'
            : '!border-sev1-fg !bg-sev1-bg !text-sev1-fg',
        ),
      }}
      trigger={
        <>
          <span className="min-w-0 truncate">{text}</span>
          <ChevronRight size={16} aria-hidden className="ml-auto shrink-0" />
        </>
      }
    >
      {({ close }) => {
        const ask = (asked: Asked): void => {
          close();
          onAsk(asked);
        };
        return (
          <>
            {escalated === undefined ? null : (
              <div className="grid justify-items-start gap-1 border-b border-border p-3">
                <p>
                  <EscalatedText escalated={escalated} />
                </p>
                <StandDown seen={seen} onStandDown={() => ask('stand-down')} />
              </div>
            )}
            <ClocksList seen={seen} clocks={clocks} onAsk={ask} onGone={close} />
          </>
        );
      }}
    </Popover>
  );
};
