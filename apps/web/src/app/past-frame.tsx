import { History } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../live/react.tsx';
import { Button } from '../ui/button.tsx';
import { useTellPast } from '../widgets/held-view.ts';
import { PastProvider } from '../widgets/past.ts';
import { bothStamps, fromLocalInput, localInput, offsetOf } from '../widgets/time-format.ts';

type Props = { at: number; onAt: (at: number) => void; onBack: () => void; children: ReactNode };

/** Around everything that is not now, so that nobody takes it for now. */
export const PastFrame = ({ at, onAt, onBack, children }: Props) => {
  const t = useTranslations('past');
  const { serverNow } = useLiveClient();
  useTellPast(at);
  const field = useId();
  const [value, setValue] = useState(() => localInput(at));
  return (
    <section aria-label={t('frame', { time: bothStamps(at) })} className="flex h-full flex-col border-4 border-accent">
      <form
        className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-accent-bg px-4 py-1.5"
        onSubmit={(event) => {
          event.preventDefault();
          const chosen = fromLocalInput(value);
          if (chosen !== undefined) onAt(Math.min(chosen, serverNow()));
        }}
      >
        <History size={16} aria-hidden />
        <strong className="figures">{t('frame', { time: bothStamps(at) })}</strong>
        <span className="text-dense text-text-2">{t('readOnly')}</span>
        <span className="ml-auto flex flex-wrap items-center gap-2">
          <label htmlFor={field} className="text-dense">
            {t('time', { zone: offsetOf(at) })}
          </label>
          <input
            id={field}
            type="datetime-local"
            step={1}
            required
            value={value}
            max={localInput(serverNow())}
            onChange={(event) => setValue(event.target.value)}
            className="target rounded-m border border-border-strong bg-surface px-2"
          />
          <Button type="submit">{t('go')}</Button>
          <Button variant="primary" onClick={onBack}>
            {t('back')}
          </Button>
        </span>
      </form>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <PastProvider value={at}>{children}</PastProvider>
      </div>
    </section>
  );
};
