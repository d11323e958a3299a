import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { MOST_CHARACTERS, type PasteOffer as Offer } from './use-paste-in.ts';

const MANY_LINES = 200;

type Props = { offer: Offer; onTimeline: () => void; onFile: () => void; onDismiss: () => void };

/** Said below the line; nothing happens unless somebody wants it. */
export const PasteOffer = ({ offer, onTimeline, onFile, onDismiss }: Props) => {
  const t = useTranslations('paste');
  const common = useTranslations('common');
  const { text, dated, tooLong } = offer;
  // More than anybody looks through line by line.
  const asFileFirst = dated > MANY_LINES;
  const file = <Button onClick={onFile}>{t('asFile')}</Button>;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 rounded-m border border-border-strong bg-raised px-2 py-1.5">
      <p role="alert" className="min-w-48 flex-1">
        {tooLong ? `${t('tooLong', { count: text.length, most: MOST_CHARACTERS })} ` : null}
        {dated > 0 ? t('offer', { count: dated }) : null}
      </p>
      {tooLong && asFileFirst ? file : null}
      {dated > 0 ? <Button onClick={onTimeline}>{t('button')}</Button> : null}
      {tooLong && !asFileFirst ? file : null}
      <Button variant="quiet" onClick={onDismiss}>
        {tooLong ? common('dismiss') : t('keep')}
      </Button>
    </div>
  );
};
