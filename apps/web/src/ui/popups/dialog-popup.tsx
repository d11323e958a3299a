import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../button.tsx';
import { classNames } from '../class-names.ts';
import type { DialogProps } from '../dialog-props.ts';
import { useLayer } from '../layers.ts';
import { handOn } from '../type-ahead.tsx';
import { closes } from './dismissal.ts';
import { fieldToFill, firstToFill } from './first-to-focus.ts';

const WIDTHS = { small: 'sm:max-w-md', medium: 'sm:max-w-xl', wide: 'sm:max-w-3xl' } as const;

/** A sheet from below on a phone. What was typed is not lost by a press beside it. */
export const DialogPopup = ({
  title,
  description,
  onClose,
  children,
  size = 'medium',
  urgent = false,
}: DialogProps) => {
  const t = useTranslations('common');
  const attributes = useLayer();
  const popup = useRef<HTMLDivElement>(null);
  const Parts = urgent ? AlertDialog : BaseDialog;
  return (
    <Parts.Root
      open
      {...(urgent ? {} : { disablePointerDismissal: true })}
      onOpenChange={(open, details) => {
        if (closes(open, details)) onClose();
      }}
    >
      <Parts.Portal>
        <Parts.Backdrop
          forceRender
          className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-180 ease-out starting:opacity-0"
        />
        <Parts.Viewport className="fixed inset-0 z-40 grid overflow-hidden sm:place-items-center sm:p-4 max-sm:items-end max-sm:pt-8">
          <Parts.Popup
            {...attributes}
            ref={popup}
            initialFocus={() => firstToFill(popup.current)}
            finalFocus={false}
            className={classNames(
              'flex max-h-full w-full min-w-0 flex-col overflow-hidden rounded-l border border-border-strong bg-surface text-text shadow-popup outline-none max-sm:rounded-b-none max-sm:border-x-0 max-sm:border-b-0',
              'transition-[opacity,translate] duration-180 ease-out starting:translate-y-2 starting:opacity-0',
              WIDTHS[size],
            )}
          >
            <header className="flex shrink-0 items-start justify-between gap-4 px-5 pt-4 pb-1">
              <Parts.Title className="min-w-0 text-section font-semibold">{title}</Parts.Title>
              <IconButton label={t('close')} icon={<X size={16} aria-hidden />} onClick={onClose} className="-mr-2" />
            </header>
            {/* Actions that stick to the end on a phone stick to the inside of a padding. */}
            <div className="min-h-0 overflow-y-auto overscroll-contain px-5 pb-5 max-sm:has-[[data-dialog-actions]]:pb-0">
              {description === undefined ? null : (
                <Parts.Description render={<div />} className="text-text-2">
                  {description}
                </Parts.Description>
              )}
              <div className="pt-3">{children}</div>
            </div>
            <Begin />
          </Parts.Popup>
        </Parts.Viewport>
      </Parts.Portal>
    </Parts.Root>
  );
};

/** Within the popup, so that it runs when the fields are there; the popup itself is known only after that. */
const Begin = () => {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => handOn(fieldToFill(mark.current?.parentElement ?? null)), []);
  return <span ref={mark} hidden />;
};
