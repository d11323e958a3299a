import type { SectionName } from '@sitrep/shared/settings/values';
import { RotateCcw } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.ts';
import { useUnsaved } from '../../ui/unsaved.ts';
import { useGate, useMay } from '../../widgets/gate.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { LastChange } from './last-change.tsx';
import { Overtaken } from './overtaken.tsx';
import { ReadOnlyNote } from './read-only-note.tsx';
import { useSection, type SectionProps } from './use-section.ts';

type Props<S extends SectionName> = { section: S; renderFields: (props: SectionProps<S>) => ReactNode };

/** One section: what it is about, its fields, and saving it as a whole. */
export const SectionFrame = <S extends SectionName>({ section, renderFields }: Props<S>) => {
  const t = useTranslations('settings');
  const name: SectionName = section;
  const title = t(`section.${name}`);
  const state = useSection(section);
  const may = useMay('settings.change');
  const blocked = useGate('settings.change');
  const form = useRef<HTMLFormElement>(null);
  const [resetting, setResetting] = useState(false);
  const [looking, setLooking] = useState(false);
  const showsTheirs = looking && state.isOvertaken;
  useUnsaved(state.isChanged);

  const save = (): void => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong !== null && wrong !== undefined) wrong.focus();
    else if (blocked === undefined && !state.isSaving)
      state.save(() => void showToast({ id: 'settings-saved', title: t('saved', { section: title }) }));
  };
  if (state.status === 'loading') return <Skeleton />;
  return (
    <>
      <PageHeader title={title} detail={<LastChange change={state.lastChange} />}>
        {may ? (
          <Button
            icon={<RotateCcw size={14} aria-hidden />}
            blocked={state.isDefault ? t('areDefaults') : undefined}
            onClick={() => setResetting(true)}
          >
            {t('toDefaults')}
          </Button>
        ) : null}
      </PageHeader>
      <form
        ref={form}
        noValidate
        key={state.generation}
        aria-label={title}
        className="grid gap-4 px-4 pb-8"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="max-w-3xl text-text-2">{t(`meaning.${name}`)}</p>
        {may ? null : <ReadOnlyNote />}
        <fieldset key={showsTheirs ? 'theirs' : 'mine'} disabled={!may || showsTheirs} className="min-w-0">
          {renderFields({
            // Of theirs that is marked which differs from mine.
            value: showsTheirs ? state.theirs : state.value,
            base: showsTheirs ? state.value : state.base,
            onChange: state.change,
            faultOf: (path) => state.problem?.faultOf(`value${path}`),
          })}
        </fieldset>
        {state.isOvertaken ? (
          <Overtaken
            change={state.lastChange}
            looking={looking}
            onLook={setLooking}
            onTakeTheirs={() => {
              setLooking(false);
              state.discard();
            }}
            onKeepMine={() => {
              setLooking(false);
              state.keepMine();
            }}
          />
        ) : null}
        {state.isOvertaken ? null : <ProblemLine problem={state.problem} />}
        {state.isChanged ? (
          <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-2 border-t border-border bg-surface px-4 py-2">
            <p className="mr-auto text-text-2">{t('unsaved')}</p>
            <Button onClick={state.discard}>{t('discard')}</Button>
            <Button
              type="submit"
              variant="primary"
              busy={state.isSaving}
              blocked={state.isOvertaken ? t('chooseFirst') : blocked}
            >
              {t('save')}
            </Button>
          </div>
        ) : null}
      </form>
      {resetting ? (
        <ConfirmDialog
          title={t('toDefaultsTitle', { section: title })}
          description={t('toDefaultsMeaning')}
          confirm={t('toDefaults')}
          tone="primary"
          onClose={() => setResetting(false)}
          onConfirm={() => {
            state.toDefaults();
            setResetting(false);
          }}
        />
      ) : null}
    </>
  );
};
