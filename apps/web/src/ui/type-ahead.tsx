import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isComposing } from './keys/composing.ts';
import { useLayer } from './layers.ts';
import { typeAfter } from './type-into.ts';

let kept = '';

/** Stands for a dialog whose code is on its way: whoever types already types here, and nothing of it is lost. */
export const TypeAhead = ({ onClose }: { onClose: () => void }) => {
  const t = useTranslations('common');
  const field = useRef<HTMLInputElement>(null);
  const attributes = useLayer();
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus({ preventScroll: true });
    input?.setSelectionRange(kept.length, kept.length);
  }, []);
  const leave = (): void => {
    kept = '';
    onClose();
  };
  return (
    <input
      {...attributes}
      ref={field}
      aria-label={t('opening')}
      autoComplete="off"
      defaultValue={kept}
      onChange={(event) => {
        kept = event.target.value;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        leave();
      }}
      className="sr-only"
    />
  );
};

/** What was typed ahead goes into the field that it was meant for; where there is none it is forgotten. */
export const handOn = (to: HTMLElement | null | false): void => {
  const text = kept;
  kept = '';
  const takes = (to instanceof HTMLInputElement && to.type === 'text') || to instanceof HTMLTextAreaElement;
  if (text !== '' && takes) typeAfter(to, text);
};
