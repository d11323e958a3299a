import { commandFields, type CommandField } from '@sitrep/shared/protocol/command-fields';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Spinner } from '../../ui/spinner.tsx';
import { Choose, useListed } from './choose.tsx';
import { nextStep } from './commands/plan.ts';
import type { PaletteItem } from './items.ts';
import { PaletteFooter } from './palette-footer.tsx';
import { useAnswers } from './sources/use-answers.ts';
import { TextStep } from './text-step.tsx';
import type { Frame, PaletteState } from './use-palette.ts';

type CommandFrame = Extract<Frame, { at: 'command' }>;
type CommandProps = { palette: PaletteState; frame: CommandFrame };

/** The next argument of a command, or the question whether it is meant. */
export const CommandStep = ({ palette, frame }: CommandProps) => {
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

type WriteProps = CommandProps & { field: CommandField };

/** What is written over has to be there first: nobody overwrites what they have not seen. */
const WriteStep = ({ palette, frame, field }: WriteProps) => {
  if (!commandFields(frame.type).some(({ name }) => name === 'base')) {
    return <WriteOver palette={palette} field={field} former={undefined} />;
  }
  const former = (palette.room?.incident as Readonly<Record<string, unknown>> | undefined)?.[field.name];
  return typeof former === 'string' ? (
    <WriteOver palette={palette} field={field} former={former} />
  ) : (
    <div className="grid place-items-center p-6">
      <Spinner />
    </div>
  );
};

const WriteOver = ({ palette, field, former }: Omit<WriteProps, 'frame'> & { former: string | undefined }) => {
  // As it was when the writing began: what somebody else makes of it meanwhile is a conflict.
  const [base] = useState(former);
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
