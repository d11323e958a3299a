import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useToasts } from '../toast.ts';
import { TOASTS_ATTRIBUTE } from './dismissal.ts';
import { ToastCard } from './toast-card.tsx';
import { useClearOfFocus } from './use-clear-of-focus.ts';
import { useToastReach } from './use-toast-reach.ts';

/** In the corner, newest last, above dialogs too. */
export const ToastList = () => {
  const t = useTranslations('ui');
  const toasts = useToasts((state) => state.toasts);
  const [list, setList] = useState<HTMLElement | null>(null);
  useClearOfFocus(list, toasts);
  const close = useToastReach(list);
  return createPortal(
    <section
      ref={setList}
      {...{ [TOASTS_ATTRIBUTE]: '' }}
      aria-label={t('messages')}
      className="fixed right-4 bottom-10 z-60 w-[min(22rem,calc(100vw-2rem))] max-sm:bottom-22"
    >
      <ol className="grid gap-2">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </ol>
    </section>,
    document.body,
  );
};
