import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  size?: 'small' | 'medium' | 'wide';
};

const WIDTHS = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', wide: 'sm:max-w-3xl' } as const;

const FIRST_FIELD = ':is(input, textarea, select):not(:disabled, [readonly])';

/** Open as long as it is rendered. The browser traps the focus and gives it back to where it came from. */
export const Dialog = ({ title, description, onClose, children, size = 'medium' }: DialogProps) => {
  const t = useTranslations('common');
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog?.open === false) {
      dialog.showModal();
      // The browser would begin at the first control, which closes it again.
      dialog.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        'm-auto w-full max-w-[100vw] overflow-y-auto rounded-l border border-border bg-surface p-0 text-text shadow-popup max-sm:mb-0 max-sm:rounded-b-none',
        'max-h-[calc(100dvh-2rem)]',
        WIDTHS[size],
      )}
    >
      <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-1">
        <h2 id={`${id}-title`} className="text-section font-semibold">
          {title}
        </h2>
        <IconButton label={t('close')} icon={<X size={16} aria-hidden />} onClick={onClose} />
      </header>
      {description === undefined ? null : (
        <p id={`${id}-description`} className="px-5 text-text-2">
          {description}
        </p>
      )}
      <div className="px-5 pt-3 pb-5">{children}</div>
    </dialog>
  );
};

export const DialogActions = ({ children }: { children: ReactNode }) => (
  <div className="mt-5 flex flex-wrap items-center justify-end gap-2 max-sm:sticky max-sm:bottom-0 max-sm:-mx-5 max-sm:mt-2 max-sm:-mb-5 max-sm:border-t max-sm:border-border max-sm:bg-surface max-sm:px-5 max-sm:py-3">
    {children}
  </div>
);
