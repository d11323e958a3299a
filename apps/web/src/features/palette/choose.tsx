import { useMemo } from 'react';
import { ChooseStep } from './choose-step.tsx';
import type { PaletteItem } from './items.ts';
import { PaletteFooter } from './palette-footer.tsx';
import { indexOf } from './search/palette-index.ts';
import { foundSections, restingSections, type Section } from './sections.ts';
import type { PaletteState } from './use-palette.ts';

/** A list of one kind: in its own order, until somebody types. */
export const useListed = (items: readonly PaletteItem[], typed: string): readonly Section[] => {
  const index = useMemo(() => indexOf(items), [items]);
  return useMemo(
    () => (typed.trim() === '' ? restingSections(items, []) : foundSections(index, typed, [])),
    [items, index, typed],
  );
};

type ChooseProps = {
  palette: PaletteState;
  label: string;
  placeholder: string;
  sections: readonly Section[];
  asked?: string;
};

export const Choose = ({ palette, label, placeholder, sections, asked }: ChooseProps) => (
  <>
    <ChooseStep
      label={label}
      placeholder={placeholder}
      typed={palette.typed}
      onType={palette.setTyped}
      sections={sections}
      busy={palette.busy}
      problem={palette.problem}
      onChoose={(item) => palette.choose(item, asked)}
    />
    <PaletteFooter deeper={palette.depth > 1} writes={false} />
  </>
);
