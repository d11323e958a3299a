import { useId, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import { Differences } from './differences.tsx';
import { mergeTexts } from './merge-texts.ts';

type Props = {
  base: string;
  mine: string;
  theirs: string;
  /** Who wrote the other text. */
  name: string;
  onMine: () => void;
  onTheirs: () => void;
  onMerged: (text: string) => void;
};

type Merged = { readonly text: string; readonly theirs: string };

/** Two people wrote the same entry: both texts side by side, and nothing is overwritten unseen. */
export const StaleChoice = ({ base, mine, theirs, name, onMine, onTheirs, onMerged }: Props) => {
  const t = useTranslations('writing.edit');
  const [merged, setMerged] = useState<Merged>();
  // Theirs changed once more while somebody merged: what is new in it comes to what they have.
  useUnsaved(merged !== undefined);
  const isOutdated = merged !== undefined && merged.theirs !== theirs;
  const merge = (): void =>
    setMerged({
      theirs,
      text: merged === undefined ? mergeTexts(base, mine, theirs) : mergeTexts(merged.theirs, merged.text, theirs),
    });
  return (
    <div className="@container grid gap-2 rounded-m border border-sev3-fg bg-sev3-bg p-2">
      <p role="alert" className="font-medium">
        {t('stale')}
      </p>
      <div className="grid gap-2 @lg:grid-cols-2">
        <Side title={t('yours')} action={<Button onClick={onMine}>{t('keepMine')}</Button>}>
          <Differences from={theirs} to={mine} show="to" />
        </Side>
        <Side title={t('theirs', { name })} action={<Button onClick={onTheirs}>{t('keepTheirs')}</Button>}>
          <Differences from={mine} to={theirs} show="to" />
        </Side>
      </div>
      {merged === undefined ? null : (
        <TextArea
          label={t('merged')}
          // Asked for by the button: the next thing is to look through it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={20_000}
          value={merged.text}
          onChange={(event) => setMerged({ ...merged, text: event.target.value })}
        />
      )}
      <div>
        {merged === undefined || isOutdated ? (
          <Button onClick={merge}>{t(isOutdated ? 'mergeAgain' : 'merge')}</Button>
        ) : (
          <Button
            variant="primary"
            blocked={merged.text.trim() === '' ? t('mergedEmpty') : undefined}
            onClick={() => onMerged(merged.text)}
          >
            {t('saveMerged')}
          </Button>
        )}
      </div>
    </div>
  );
};

const Side = ({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-1 rounded-m border border-border bg-surface p-2 text-text"
    >
      <h4 id={id} className="text-dense font-medium text-text-2">
        <bdi>{title}</bdi>
      </h4>
      <div className="flex-1">{children}</div>
      <div>{action}</div>
    </section>
  );
};
