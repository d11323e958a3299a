import type { HandoverCard } from '@sitrep/shared/situation/handover-card';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { HandoverCardView } from '../../../widgets/handover/card-view.tsx';
import { cardMarkdown } from '../../../widgets/handover/markdown.ts';
import { useCardWording } from '../../../widgets/handover/use-card-wording.ts';
import { utcStamp } from '../../../widgets/time-format.ts';

/** The card as it was recorded: folded, since it is long and read once. */
export const HandoverEntry = ({ card }: { card: HandoverCard }) => {
  const t = useTranslations('handover');
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="quiet"
        className="-ml-1 !px-1 underline"
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        {t(shown ? 'hide' : 'show')}
      </Button>
      <div id={id} className="@container">
        {shown ? <Shown card={card} /> : null}
      </div>
    </div>
  );
};

const Shown = ({ card }: { card: HandoverCard }) => {
  const t = useTranslations('handover');
  const wording = useCardWording(utcStamp);
  return (
    <div className="grid justify-items-start gap-1 pt-1">
      <HandoverCardView card={card} />
      <CopyButton text={cardMarkdown(card, wording)} label={t('copy')} variant="quiet" />
    </div>
  );
};
