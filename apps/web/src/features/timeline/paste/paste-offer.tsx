import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { MOST_CHARACTERS, type PasteOffer as Offer } from './use-paste-in.ts';

type Props = { offer: Offer; onTimeline: () => void; onFile: () => void; onDismiss: () => void };

/** Said below the line; nothing happens unless somebody wants it. */
export const PasteOffer = ({ offer, onTimeline, onFile, onDismiss }: Props) => {
  const t = useTranslations('paste');
  const common = useTranslations('common');
  const { kind, count } = offer;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 rounded-m border border-border-strong bg-raised px-2 py-1.5">
      <p role="alert" className="min-w-48 flex-1">
        {kind === 'timeline' ? t('offer', { count }) : t('tooLong', { count, most: MOST_CHARACTERS })}
      </p>
      {kind === 'timeline' ? (
        <>
          <Button onClick={onTimeline}>{t('button')}</Button>
          <Button variant="quiet" onClick={onDismiss}>
            {t('keep')}
          </Button>
        </>
      ) : (
        <>
          <Button onClick={onFile}>{t('asFile')}</Button>
          <Button variant="quiet" onClick={onDismiss}>
            {common('dismiss')}
          </Button>
        </>
      )}
    </div>
  );
};
