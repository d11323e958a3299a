import { commandFields, type CommandField } from '@sitrep/shared/protocol/command-fields';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ChooseStep } from './choose-step.tsx';
import { nextStep } from './commands/plan.ts';
import type { PaletteItem } from './items.ts';
import { PaletteFooter } from './palette-footer.tsx';
import { indexOf } from './search/palette-index.ts';
import { foundSections, restingSections, type Section } from './sections.ts';
import { useAnswers } from './sources/use-answers.ts';
import { aboutSubject, useCommandItems } from './sources/use-command-items.ts';
import { TextStep } from './text-step.tsx';
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
  const sections = useRootSections(commands, palette.typed, palette.recent, past);
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

type CommandFrame = Extract<Frame, { at: 'command' }>;
type CommandProps = { palette: PaletteState; frame: CommandFrame };

const CommandStep = ({ palette, frame }: CommandProps) => {
  const { type, args, wanted } = frame;
  const next = nextStep(type, args, palette.judge);
  const field =
    wanted === undefined
      ? next.step === 'ask'
        ? next.field
        : undefined
      : commandFields(type).find(({ name }) => name === wanted);
  if (field === undefined) return <ReviewStep palette={palette} frame={frame} />;
  return field.value.is === 'text' ? (
    <WriteStep palette={palette} frame={frame} field={field} />
  ) : (
    <AnswerStep palette={palette} frame={frame} field={field} />
  );
};

const useQuestion = ({ name }: CommandField): string => {
  const t = useTranslations('palette');
  const key = `field.${name}` as 'field.reason';
  return t.has(key) ? t(key) : t('otherField', { name });
};

const AnswerStep = ({ palette, frame, field }: CommandProps & { field: CommandField }) => {
  const t = useTranslations('palette');
  const { room, judge, typed } = palette;
  const answers = useAnswers({ ...frame, field, room, judge }, typed);
  return (
    <Choose
      palette={palette}
      label={useQuestion(field)}
      placeholder={`${useQuestion(field)} ${t('pick')}`}
      sections={useListed(answers, typed)}
      asked={field.name}
    />
  );
};

/** What is written over is shown, and goes along: nobody overwrites what they have not seen. */
const WriteStep = ({ palette, frame, field }: CommandProps & { field: CommandField }) => {
  const former = (palette.room?.incident as Readonly<Record<string, unknown>> | undefined)?.[field.name];
  const hasBase = commandFields(frame.type).some(({ name }) => name === 'base');
  const base = hasBase && typeof former === 'string' ? former : undefined;
  return (
    <>
      <TextStep
        key={field.name}
        label={useQuestion(field)}
        initial={base ?? ''}
        maxLength={field.value.is === 'text' ? field.value.maxLength : undefined}
        busy={palette.busy}
        problem={palette.problem}
        onSubmit={(text) => palette.answer(field.name, text, text, base === undefined ? {} : { base })}
      />
      <PaletteFooter deeper writes />
    </>
  );
};

const ReviewStep = ({ palette, frame }: CommandProps) => {
  const t = useTranslations('palette');
  const items = useMemo((): readonly PaletteItem[] => {
    const answer = { group: 'answers', mark: { is: 'group', group: 'answers' } } as const;
    return [
      { ...answer, id: 'answer/back', title: t('notNow'), weight: 1, choice: { does: 'back' } },
      {
        ...answer,
        id: 'answer/confirm',
        title: t('confirm', { what: frame.said.join(' › ') }),
        choice: { does: 'confirm' },
      },
    ];
  }, [frame.said, t]);
  return (
    <Choose
      palette={palette}
      label={frame.said.join(' › ')}
      placeholder={t('pick')}
      sections={useListed(items, palette.typed)}
    />
  );
};

/** A list of one kind: in its own order, until somebody types. */
const useListed = (items: readonly PaletteItem[], typed: string): readonly Section[] => {
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

const Choose = ({ palette, label, placeholder, sections, asked }: ChooseProps) => (
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
