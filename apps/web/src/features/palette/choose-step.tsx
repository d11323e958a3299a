import { Autocomplete } from '@base-ui/react/autocomplete';
import { Search } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Spinner } from '../../ui/spinner.tsx';
import { ItemRow } from './item-row.tsx';
import type { PaletteItem } from './items.ts';
import type { Section } from './sections.ts';

type Props = {
  label: string;
  placeholder: string;
  typed: string;
  onType: (text: string) => void;
  sections: readonly Section[];
  busy: boolean;
  problem: string | undefined;
  onChoose: (item: PaletteItem) => void;
};

const titleOf = ({ title }: PaletteItem): string => title;

/** A field, and below it what can be chosen: a combobox whose list is always open. */
export const ChooseStep = ({ label, placeholder, typed, onType, sections, busy, problem, onChoose }: Props) => {
  const t = useTranslations('palette');
  const field = useRef<HTMLInputElement>(null);
  // Each question has a field of its own, and whoever types goes on typing.
  useLayoutEffect(() => {
    const input = field.current;
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }, []);
  // Where nothing matches Enter does nothing: what is offered then has to be chosen.
  const matches = sections.some(({ items }) => items.some(({ unasked }) => unasked !== true));
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      filter={null}
      autoHighlight={matches ? 'always' : false}
      keepHighlight={matches}
      items={sections}
      itemToStringValue={titleOf}
      value={typed}
      onValueChange={(text, { reason }) => {
        if (reason === 'input-change' || reason === 'input-clear') onType(text);
      }}
    >
      <div className="flex shrink-0 items-center gap-2.5 border-b border-border px-4">
        {busy ? <Spinner /> : <Search size={16} aria-hidden className="shrink-0 text-text-2" />}
        <Autocomplete.Input
          ref={field}
          aria-label={label}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          data-autofocus
          className="h-12 min-w-0 flex-1 bg-transparent text-reading outline-none placeholder:text-text-2"
        />
      </div>
      <Autocomplete.Status className="sr-only">{t('count', { count })}</Autocomplete.Status>
      {problem === undefined ? null : (
        <p role="alert" className="m-2 rounded-m border border-sev1-fg bg-sev1-bg px-3 py-2 text-sev1-fg">
          {problem}
        </p>
      )}
      {matches || typed.trim() === '' ? null : (
        <div className="px-4 pt-4 pb-1">
          <p className="font-medium">{t('nothing', { text: typed.trim() })}</p>
          <p className="text-text-2">{t('nothingHint')}</p>
        </div>
      )}
      <Autocomplete.List className="min-h-0 flex-1 scroll-py-8 overflow-y-auto overscroll-contain p-1.5">
        {(section: Section) => (
          <Autocomplete.Group key={section.value} items={section.items as PaletteItem[]} className="not-last:mb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-0.5 text-meta font-medium text-text-2">
              {t(`group.${section.value}`)}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => <ItemRow key={item.id} item={item} onChoose={onChoose} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
};
