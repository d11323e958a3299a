import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useLayer } from '../../ui/layers.ts';
import { isComposing } from '../../ui/keys/composing.ts';

type Props = { onType: (text: string) => void; onClose: () => void };

/** The line without its list, for the moment until that has arrived: nobody's first letters are lost. */
export const PaletteWaiting = ({ onType, onClose }: Props) => {
  const t = useTranslations('palette');
  const field = useRef<HTMLInputElement>(null);
  const attributes = useLayer();
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <div
      {...attributes}
      className="fixed inset-0 z-40 flex items-start justify-center bg-backdrop sm:px-4 sm:pt-[12vh]"
    >
      <dialog
        open
        aria-modal="true"
        aria-label={t('name')}
        className="static m-0 w-full max-w-none border-0 border-border-strong p-0 text-text bg-surface max-sm:h-full sm:max-w-2xl sm:rounded-l sm:border"
      >
        <input
          ref={field}
          aria-label={t('name')}
          placeholder={t('placeholder')}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            onClose();
          }}
          className="h-12 w-full bg-transparent px-4 text-reading outline-none placeholder:text-text-2"
        />
      </dialog>
    </div>
  );
};
