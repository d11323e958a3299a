import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Attachment } from '@sitrep/shared/timeline/attachment';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { fileAddress } from './file-address.ts';
import { useSizeWords } from './size-words.ts';

type Props = { pictures: readonly Attachment[]; first: number; incidentId: IncidentId; onClose: () => void };

/** A picture as large as the window allows; arrows go to the others of the entry. */
export const Lightbox = ({ pictures, first, incidentId, onClose }: Props) => {
  const t = useTranslations('files');
  const size = useSizeWords();
  const [at, setAt] = useState(first);
  const { length } = pictures;
  // Wherever in the dialog the focus is, and before the dialog keeps keys to itself.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step !== undefined) setAt((now) => (now + step + length) % length);
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [length]);
  const picture = pictures[at];
  if (picture === undefined) return null;
  const { fileId, name, bytes, image } = picture;
  const go = (by: number): void => setAt((at + by + length) % length);
  const address = fileAddress(incidentId, fileId);
  return (
    <Dialog title={<bdi>{name}</bdi>} size="wide" onClose={onClose}>
      <div className="grid gap-2">
        <img
          src={address}
          alt={name}
          width={image?.width}
          height={image?.height}
          className="mx-auto block h-auto max-h-[70dvh] w-auto max-w-full rounded-m bg-raised object-contain"
        />
        <div className="flex flex-wrap items-center justify-center gap-3 text-dense text-text-2">
          {length > 1 ? (
            <>
              <IconButton label={t('previous')} icon={<ChevronLeft size={18} aria-hidden />} onClick={() => go(-1)} />
              <span className="figures" aria-live="polite">
                {t('position', { at: at + 1, count: length })}
              </span>
              <IconButton label={t('next')} icon={<ChevronRight size={18} aria-hidden />} onClick={() => go(1)} />
            </>
          ) : null}
          <a href={address} download={name} className="text-accent underline underline-offset-2">
            {t('downloadOriginal', { size: size(bytes) })}
          </a>
        </div>
      </div>
    </Dialog>
  );
};
