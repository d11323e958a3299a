import { FileText, Image, RotateCw, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useProblemWords } from '../../../widgets/problem.tsx';
import type { FileQueue, QueuedFile, QueueState } from './file-queue.ts';
import { useSizeWords } from './size-words.ts';

/** What is going to be sent along, and how far it is. */
export const QueuedFiles = ({ state, queue }: { state: QueueState; queue: FileQueue }) => {
  const t = useTranslations('files');
  if (state.files.length === 0) return null;
  return (
    <div className="mb-2 grid gap-1">
      <ul aria-label={t('queued')} className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
        {state.files.map((file) => (
          <QueuedItem key={file.fileId} file={file} queue={queue} />
        ))}
      </ul>
      {state.tooMany > 0 ? (
        <p role="alert" className="text-meta text-sev1-fg">
          {t('tooMany', { count: state.tooMany })}
        </p>
      ) : null}
    </div>
  );
};

const QueuedItem = ({ file, queue }: { file: QueuedFile; queue: FileQueue }) => {
  const t = useTranslations('files');
  const { fileId, name, progress } = file;
  const failed = progress.step === 'failed' || progress.step === 'unfit';
  const isImage = progress.step === 'done' && progress.attachment.image !== undefined;
  return (
    <li
      className={`flex max-w-full items-center gap-1.5 rounded-m border bg-raised py-0.5 pr-0.5 pl-2 text-dense ${failed ? 'border-sev1-fg' : 'border-border'}`}
    >
      {progress.step === 'preparing' || progress.step === 'uploading' ? (
        <Spinner />
      ) : isImage ? (
        <Image size={14} aria-hidden className="shrink-0 text-text-2" />
      ) : (
        <FileText size={14} aria-hidden className="shrink-0 text-text-2" />
      )}
      <span className="min-w-0">
        <bdi className="block max-w-56 truncate" title={name}>
          {name}
        </bdi>
        <Progress file={file} />
      </span>
      {progress.step === 'failed' ? (
        <IconButton
          label={t('retry', { name })}
          icon={<RotateCw size={14} aria-hidden />}
          onClick={() => queue.retry(fileId)}
        />
      ) : null}
      <IconButton
        label={t('remove', { name })}
        icon={<X size={14} aria-hidden />}
        onClick={() => queue.remove(fileId)}
      />
    </li>
  );
};

const Progress = ({ file: { bytes, progress } }: { file: QueuedFile }) => {
  const t = useTranslations('files');
  const size = useSizeWords();
  const words = useProblemWords();
  switch (progress.step) {
    case 'preparing':
      return <span className="block text-meta text-text-2">{t('preparing')}</span>;
    case 'uploading':
      return (
        <span className="figures block text-meta text-text-2">
          <progress
            max={1}
            value={progress.share}
            aria-label={t('uploading')}
            className="mr-1.5 h-1.5 w-16 appearance-none overflow-hidden rounded-full bg-border [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-border [&::-webkit-progress-value]:bg-accent"
          />
          {t('share', { share: progress.share })}
        </span>
      );
    case 'done':
      return <span className="figures block text-meta text-text-2">{size(bytes)}</span>;
    case 'failed':
      return (
        <span role="alert" className="block text-meta text-sev1-fg">
          {words(progress.problem)}
        </span>
      );
    case 'unfit':
      return (
        <span role="alert" className="block text-meta text-sev1-fg">
          {t(`faults.${progress.fault}`)}
        </span>
      );
  }
};
