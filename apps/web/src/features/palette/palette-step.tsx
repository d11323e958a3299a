import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Choose, useListed } from './choose.tsx';
import { CommandStep } from './command-step.tsx';
import type { PaletteItem } from './items.ts';
import { aboutSubject, useCommandGate, useCommandItems } from './sources/use-command-items.ts';
import { useWrittenItems } from './sources/use-written-items.ts';
import type { Frame, PaletteState } from './use-palette.ts';
import { usePast, type FindPast } from './use-past.ts';
import { useRootSections } from './use-sections.ts';

type Props = { palette: PaletteState; findPast: FindPast };

/** One question at a time. */
export const PaletteStep = ({ palette, findPast }: Props) => {
  const { frame } = palette;
  switch (frame.at) {
    case 'root':
      return <RootStep palette={palette} findPast={findPast} />;
    case 'subject':
      return <SubjectStep palette={palette} frame={frame} />;
    case 'command':
      return <CommandStep palette={palette} frame={frame} />;
  }
};

const RootStep = ({ palette, findPast }: Props) => {
  const t = useTranslations('palette');
  const commands = useCommandItems(palette);
  const past = usePast(findPast, palette.typed);
  const written = useWrittenItems(palette.typed, { ...palette, gate: useCommandGate(palette.room) });
  const sections = useRootSections(commands, palette.typed, palette.recent, past, written, palette.room);
  return <Choose palette={palette} label={t('name')} placeholder={t('placeholder')} sections={sections} />;
};

type SubjectFrame = Extract<Frame, { at: 'subject' }>;

const SubjectStep = ({ palette, frame: { subject } }: { palette: PaletteState; frame: SubjectFrame }) => {
  const t = useTranslations('palette');
  const commands = useCommandItems(palette);
  const items = useMemo((): readonly PaletteItem[] => {
    const { place, name, thing } = subject;
    const leads: readonly PaletteItem[] =
      place === undefined
        ? []
        : [
            {
              id: `answer/place/${name}`,
              group: 'answers',
              title: t(thing === 'service' ? 'showIncidents' : thing === 'person' ? 'showPerson' : 'showAlerts'),
              mark: { is: 'group', group: 'screens' },
              weight: 2,
              choice: { does: 'go', place },
            },
          ];
    return [...leads, ...aboutSubject(commands, subject)];
  }, [subject, commands, t]);
  return (
    <Choose
      palette={palette}
      label={t('about', { what: subject.name })}
      placeholder={t('pick')}
      sections={useListed(items, palette.typed)}
    />
  );
};
