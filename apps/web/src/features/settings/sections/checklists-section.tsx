import { PHASES, type ChecklistTemplate, type Phase } from '@sitrep/shared/settings/values';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { ChangedLabel } from '../changed-label.tsx';
import { replacedAt, sameValue, slugOf, withoutAt } from '../drafts.ts';
import { Folded } from '../folded.tsx';
import { SeverityChecks } from '../severity-checks.tsx';
import type { SectionProps } from '../use-section.ts';
import { ChecklistSteps } from './checklist-steps.tsx';

/** By phase, in the order in which an incident comes to them. */
export const ChecklistsSection = ({ value, base, onChange, faultOf }: SectionProps<'checklists'>) => {
  const t = useTranslations('settings.checklists');
  const phases = useTranslations('settings.phase');
  const [open, setOpen] = useState<string>();
  const add = (phase: Phase): void => {
    const id = slugOf(
      phase,
      value.map((one) => one.id),
    );
    onChange([...value, { id, phase, title: t('newTitle'), severities: [1, 2], steps: [{ id: 'step', text: '' }] }]);
    setOpen(id);
  };
  return (
    <div className="grid max-w-3xl gap-6">
      {PHASES.map((phase) => (
        <section key={phase} aria-label={phases(phase)} className="grid gap-2">
          <div className="flex items-center justify-between gap-2">
            <h2 className="text-dense font-semibold text-text-2">{phases(phase)}</h2>
            <Button variant="quiet" icon={<Plus size={16} aria-hidden />} onClick={() => add(phase)}>
              {t('add')}
            </Button>
          </div>
          {value.some((one) => one.phase === phase) ? null : <p className="text-text-2">{t('none')}</p>}
          {value.map((checklist, at) =>
            checklist.phase === phase ? (
              <ChecklistItem
                key={checklist.id}
                checklist={checklist}
                changed={
                  !sameValue(
                    checklist,
                    base.find(({ id }) => id === checklist.id),
                  )
                }
                fault={faultOf(`[${at}].id`) ?? faultOf(`[${at}].severities`)}
                open={open === checklist.id}
                onOpen={(isOpen) => setOpen((was) => (isOpen ? checklist.id : was === checklist.id ? undefined : was))}
                onChange={(next) => onChange(replacedAt(value, at, next))}
                onRemove={() => onChange(withoutAt(value, at))}
              />
            ) : null,
          )}
        </section>
      ))}
    </div>
  );
};

type ItemProps = {
  checklist: ChecklistTemplate;
  changed: boolean;
  fault: string | undefined;
  open: boolean;
  onOpen: (open: boolean) => void;
  onChange: (checklist: ChecklistTemplate) => void;
  onRemove: () => void;
};

const ChecklistItem = ({ checklist, changed, fault, open, onOpen, onChange, onRemove }: ItemProps) => {
  const t = useTranslations('settings.checklists');
  const words = useTranslations('words');
  const { title, severities, steps } = checklist;
  const who = severities.map((severity) => words('severity', { severity })).join(', ');
  return (
    <Folded
      title={<ChangedLabel changed={changed}>{title}</ChangedLabel>}
      detail={t('detail', { who, count: steps.length })}
      open={open}
      onOpen={onOpen}
    >
      <TextField
        label={t('title')}
        maxLength={120}
        required
        value={title}
        error={title.trim() === '' ? t('titleMissing') : fault}
        onChange={(event) => onChange({ ...checklist, title: event.target.value })}
      />
      <SeverityChecks
        legend={t('for')}
        value={severities}
        onChange={(next) => next.length > 0 && onChange({ ...checklist, severities: next })}
      />
      <ChecklistSteps steps={steps} onChange={(next) => onChange({ ...checklist, steps: next })} />
      <Button
        variant="danger"
        className="justify-self-start"
        icon={<Trash2 size={16} aria-hidden />}
        onClick={onRemove}
      >
        {t('remove')}
      </Button>
    </Folded>
  );
};
