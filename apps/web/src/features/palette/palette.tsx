import { Dialog } from '@base-ui/react/dialog';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../ui/button.tsx';
import { chordOf, isApple } from '../../ui/keys/chord.ts';
import { isComposing } from '../../ui/keys/composing.ts';
import { keySettings, keysOf } from '../../ui/keys/settings.ts';
import { useLayer } from '../../ui/layers.ts';
import type { Place } from './items.ts';
import { PaletteStep } from './palette-step.tsx';
import { Trail } from './trail.tsx';
import { usePalette } from './use-palette.ts';
import type { FindPast } from './use-past.ts';

type Props = {
  context: IncidentId | undefined;
  /** What was typed before this code had arrived. */
  readAhead: () => string;
  onClose: () => void;
  onGo: (place: Place) => void;
  findPast: FindPast;
};

/** One line from which everything can be found and done. Open as long as it is rendered. */
export const Palette = ({ context, readAhead, onClose, onGo, findPast }: Props) => {
  const t = useTranslations('palette');
  const popup = useRef<HTMLDivElement>(null);
  const attributes = useLayer();
  const palette = usePalette({ context, readAhead, onClose, onGo });
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const { target } = event;
    const isEmpty =
      (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === '';
    const chord = chordOf(event.nativeEvent, isApple());
    const leaves = chord === 'Escape' || (chord === 'Backspace' && isEmpty && palette.depth > 1);
    const toggles = chord === keysOf('palette', keySettings.getState());
    if (!leaves && !toggles) return;
    event.preventDefault();
    event.stopPropagation();
    if (toggles) onClose();
    else palette.back();
  };
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Viewport className="fixed inset-0 z-40 flex items-start justify-center overflow-hidden sm:px-4 sm:pt-[12vh] sm:pb-4">
          <Dialog.Popup
            {...attributes}
            ref={popup}
            aria-label={t('name')}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-autofocus]') ?? true}
            finalFocus={false}
            onKeyDownCapture={onKeyDownCapture}
            className="flex max-h-full w-full min-w-0 flex-col overflow-hidden bg-surface text-text outline-none max-sm:h-full sm:max-h-[min(36rem,100%)] sm:max-w-2xl sm:rounded-l sm:border sm:border-border-strong sm:shadow-popup"
          >
            <div className="flex items-center justify-end empty:hidden sm:hidden">
              <IconButton label={t('close')} icon={<X size={18} aria-hidden />} onClick={onClose} />
            </div>
            <Trail frame={palette.frame} onBack={palette.back} />
            <PaletteStep key={palette.depth} palette={palette} findPast={findPast} />
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
