import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Attachment } from '@sitrep/shared/timeline/attachment';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
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
  const picture = pictures[at];
  if (picture === undefined) return null;
  const { fileId, name, bytes, image } = picture;
  const go = (by: number): void => setAt((at + by + pictures.length) % pictures.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || pictures.length === 1) return;
    event.preventDefault();
    go(step);
  };
  const address = fileAddress(incidentId, fileId);
  return (
    <Dialog title={<bdi>{name}</bdi>} size="wide" onClose={onClose}>
      {/* The keys belong to the picture as a whole; its buttons hold the focus. */}
      <div role="presentation" onKeyDown={onKeyDown} className="grid gap-2">
        <img
          src={address}
          alt={name}
          width={image?.width}
          height={image?.height}
          className="mx-auto block h-auto max-h-[70dvh] w-auto max-w-full rounded-m bg-raised object-contain"
        />
        <div className="flex flex-wrap items-center justify-center gap-3 text-dense text-text-2">
          {pictures.length > 1 ? (
            <>
              <IconButton label={t('previous')} icon={<ChevronLeft size={18} aria-hidden />} onClick={() => go(-1)} />
              <span className="figures" aria-live="polite">
                {t('position', { at: at + 1, count: pictures.length })}
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
