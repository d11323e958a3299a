import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from './button.tsx';
import { copyText } from './copy-text.ts';

export const CopyButton = ({
  text,
  label,
  ...rest
}: { text: string; label?: string } & Omit<ButtonProps, 'children'>) => {
  const t = useTranslations('common');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const words = { idle: label ?? t('copy'), copied: t('copied'), failed: t('copyFailed') };
  return (
    <Button
      {...rest}
      icon={state === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      onClick={() => {
        void copyText(text).then((done) => setState(done ? 'copied' : 'failed'));
      }}
    >
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
};
