import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { TextField } from '../../ui/field.tsx';
import { ChangedLabel } from './changed-label.tsx';

type Props<Value> = {
  label: string;
  hideLabel?: boolean;
  hint?: ReactNode;
  value: Value;
  base: Value;
  textOf: (value: Value) => string;
  /** Nothing for what means nothing. */
  parse: (text: string) => Value | undefined;
  /** What would have been right, such as `20 min`. */
  example: string;
  error?: string | undefined;
  onChange: (value: Value) => void;
};

/** A value that is written as words: what is typed stays as it is until one leaves, and nothing is taken that it does not mean. */
export const WordField = <Value,>(props: Props<Value>) => {
  const { label, hideLabel = false, hint, value, base, textOf, parse, example, error, onChange } = props;
  const t = useTranslations('settings');
  const [typed, setTyped] = useState<string>();
  const text = typed ?? textOf(value);
  const means = typed === undefined ? value : parse(typed);
  return (
    <TextField
      label={<ChangedLabel changed={textOf(value) !== textOf(base)}>{label}</ChangedLabel>}
      hideLabel={hideLabel}
      hint={hint}
      className={textOf(value) === textOf(base) ? 'figures' : 'figures border-accent!'}
      value={text}
      error={means === undefined ? t('writeLike', { example }) : error}
      onChange={(event) => {
        const next = parse(event.target.value);
        setTyped(event.target.value);
        if (next !== undefined) onChange(next);
      }}
      onBlur={() => {
        if (means !== undefined) setTyped(undefined);
      }}
    />
  );
};
