import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TextArea } from '../../../ui/field.tsx';
import { ChangedLabel } from '../changed-label.tsx';
import { sameValue } from '../drafts.ts';
import type { SectionProps } from '../use-section.ts';

const LISTS = ['critical', 'internalNames'] as const;

/** One name per line: lists are pasted from elsewhere. */
export const ServicesSection = ({ value, base, onChange, faultOf }: SectionProps<'services'>) => {
  const t = useTranslations('settings.services');
  return (
    <div className="grid max-w-3xl gap-4 md:grid-cols-2">
      {LISTS.map((list) => (
        <NamesField
          key={list}
          label={t(`${list}.name`)}
          hint={t(`${list}.hint`)}
          changed={!sameValue(value[list], base[list])}
          names={value[list]}
          error={value[list].map((_name, at) => faultOf(`.${list}[${at}]`)).find((fault) => fault !== undefined)}
          onChange={(names) => onChange({ ...value, [list]: names })}
        />
      ))}
    </div>
  );
};

type NamesFieldProps = {
  label: string;
  hint: string;
  changed: boolean;
  names: readonly string[];
  error: string | undefined;
  onChange: (names: string[]) => void;
};

const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

const NamesField = ({ label, hint, changed, names, error, onChange }: NamesFieldProps) => {
  const [typed, setTyped] = useState<string>();
  return (
    <TextArea
      label={<ChangedLabel changed={changed}>{label}</ChangedLabel>}
      hint={hint}
      rows={8}
      value={typed ?? names.join('\n')}
      error={error}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(namesIn(event.target.value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
};
