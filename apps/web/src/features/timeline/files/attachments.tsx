import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Attachment } from '@sitrep/shared/timeline/attachment';
import { Download, FileText } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '../../../ui/lazy-named.ts';
import { fileAddress, thumbnailAddress } from './file-address.ts';
import { fit } from './fit.ts';
import { useSizeWords } from './size-words.ts';

const Lightbox = lazyNamed(() => import('./lightbox.tsx'), 'Lightbox');

/** Height and width of a picture's place in a row; known before it is loaded, so that nothing moves. */
const EDGE = 176;

type Picture = Attachment & { readonly image: NonNullable<Attachment['image']> };
type Props = { attachments: readonly Attachment[]; incidentId: IncidentId };

const isPicture = (attachment: Attachment): attachment is Picture => attachment.image !== undefined;

/** What an entry shows beside its words. */
export const Attachments = ({ attachments, incidentId }: Props) => {
  const t = useTranslations('files');
  const [open, setOpen] = useState<number>();
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return (
    <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1.5">
      {pictures.length === 0 ? null : (
        <ul aria-label={t('pictures')} className="flex flex-wrap gap-1.5">
          {pictures.map((picture, index) => (
            <li key={picture.fileId}>
              <Thumbnail picture={picture} incidentId={incidentId} onOpen={() => setOpen(index)} />
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <ul aria-label={t('others')} className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-1">
          {others.map((file) => (
            <li key={file.fileId} className="max-w-full">
              <FileRow file={file} incidentId={incidentId} />
            </li>
          ))}
        </ul>
      )}
      {open === undefined ? null : (
        <Suspense>
          <Lightbox pictures={pictures} first={open} incidentId={incidentId} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </div>
  );
};

type ThumbnailProps = { picture: Picture; incidentId: IncidentId; onOpen: () => void };

const Thumbnail = ({ picture: { fileId, name, image }, incidentId, onOpen }: ThumbnailProps) => {
  const t = useTranslations('files');
  const [missing, setMissing] = useState(false);
  const { width, height } = fit(image, EDGE);
  const address = image.thumbnail ? thumbnailAddress(incidentId, fileId) : fileAddress(incidentId, fileId);
  return (
    <button
      type="button"
      aria-label={t('open', { name })}
      title={name}
      onClick={onOpen}
      className="block max-w-full overflow-hidden rounded-m border border-border bg-raised"
      style={{ minWidth: 44, minHeight: 44 }}
    >
      {missing ? (
        <span className="block p-2 text-meta text-text-2">{t('missing', { name })}</span>
      ) : (
        <img
          src={address}
          alt=""
          width={width}
          height={height}
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
          className="mx-auto block h-auto max-w-full"
          style={{ aspectRatio: `${width} / ${height}` }}
        />
      )}
    </button>
  );
};

const FileRow = ({ file: { fileId, name, bytes }, incidentId }: { file: Attachment; incidentId: IncidentId }) => {
  const t = useTranslations('files');
  const size = useSizeWords();
  return (
    <a
      href={fileAddress(incidentId, fileId)}
      download={name}
      aria-label={t('download', { name, size: size(bytes) })}
      className="target inline-flex max-w-full items-center gap-2 rounded-m border border-border bg-raised px-2 py-1 hover:border-border-strong"
    >
      <FileText size={16} aria-hidden className="shrink-0 text-text-2" />
      <bdi className="min-w-0 truncate">{name}</bdi>
      <span className="figures shrink-0 text-meta text-text-2">{size(bytes)}</span>
      <Download size={14} aria-hidden className="shrink-0 text-text-2" />
    </a>
  );
};
