import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import type { KeyId } from '../../ui/keys/catalogue.ts';
import { chordOf, isApple, keyCaps } from '../../ui/keys/chord.ts';
import { isComposing } from '../../ui/keys/composing.ts';
import { keySettings, remap } from '../../ui/keys/settings.ts';
import { judge, withPress, type Verdict } from './capture.ts';
import { KeyCaps } from './key-caps.tsx';

type Props = { id: KeyId; onDone: () => void };

/** Takes the keys as they are pressed; Enter keeps them, Escape and Tab leave things as they were. No time runs. */
export const KeyCapture = ({ id, onDone }: Props) => {
  const t = useTranslations('keyboard');
  const settings = useStore(keySettings);
  const ref = useRef<HTMLButtonElement>(null);
  const [keys, setKeys] = useState('');
  const verdict = judge(id, keys, settings);
  useEffect(() => ref.current?.focus(), []);

  const save = (): void => {
    if (!verdict.can) return;
    remap(id, keys);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { nativeEvent } = event;
    if (isComposing(nativeEvent) || event.key === 'Tab') return;
    const chord = chordOf(nativeEvent, isApple());
    if (chord === undefined) return;
    event.preventDefault();
    if (chord === 'Escape') onDone();
    else if (chord === 'Enter') save();
    else if (chord === 'Backspace') setKeys('');
    else setKeys(withPress(keys, chord));
  };
  return (
    <span className="grid justify-items-end gap-1">
      <button
        ref={ref}
        type="button"
        aria-label={t('press', { action: t(`does.${id}`) })}
        aria-describedby={`${id}-capture`}
        onKeyDown={onKeyDown}
        onClick={save}
        onBlur={onDone}
        className="target min-w-32 rounded-m border-2 border-accent bg-accent-bg px-3 py-1"
      >
        {keys === '' ? t('pressShort') : <KeyCaps caps={keyCaps(keys, isApple())} />}
      </button>
      <output id={`${id}-capture`} className="text-right text-meta text-text-2">
        {keys === '' || verdict.can ? t('pressHelp') : <Refused verdict={verdict} />}
      </output>
    </span>
  );
};

const Refused = ({ verdict }: { verdict: Verdict }) => {
  const t = useTranslations('keyboard');
  if (verdict.can || verdict.because === 'nothing') return null;
  return (
    <span className="font-medium text-sev1-fg">
      {verdict.because === 'taken' ? t('taken', { action: t(`does.${verdict.by}`) }) : t('reserved')}
    </span>
  );
};
