import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../ui/class-names.ts';
import { Ago } from '../../widgets/times.tsx';

const TONES = {
  mine: 'border-accent bg-accent-bg font-medium',
  warn: 'border-border bg-sev3-bg text-sev3-fg',
  calm: 'border-border bg-surface text-text-2',
} as const;

type Props = { tone: keyof typeof TONES; icon: LucideIcon; text: ReactNode; at?: number; children?: ReactNode };

/** One line; on a phone what can be done stands below what is said. */
export const NoticeBar = ({ tone, icon: Icon, text, at, children }: Props) => (
  <div
    className={classNames('flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-3 py-1.5 room:px-4', TONES[tone])}
  >
    <p className="flex min-w-0 items-center gap-2">
      <Icon size={16} aria-hidden className="shrink-0" />
      <span className="min-w-0">
        {text}
        {at === undefined ? null : (
          <span className="ml-2 font-normal whitespace-nowrap text-text-2">
            <Ago at={at} />
          </span>
        )}
      </span>
    </p>
    <div className="flex flex-wrap items-center gap-2">{children}</div>
  </div>
);
