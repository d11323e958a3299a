import type { ChecklistTemplate } from '@sitrep/shared/settings/values';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { moved, replacedAt, slugOf, withoutAt } from '../drafts.ts';

type Steps = ChecklistTemplate['steps'];
type Props = { steps: Steps; onChange: (steps: Steps) => void };

/** In their order; Enter in a step begins the next one. */
export const ChecklistSteps = ({ steps, onChange }: Props) => {
  const t = useTranslations('settings.checklists');
  const list = useRef<HTMLOListElement>(null);
  const focusAt = (at: number, what: string): void => {
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>(what)?.focus());
  };
  const addAfter = (at: number): void => {
    const step = {
      id: slugOf(
        'step',
        steps.map(({ id }) => id),
      ),
      text: '',
    };
    onChange([...steps.slice(0, at + 1), step, ...steps.slice(at + 1)]);
    focusAt(at + 1, 'input');
  };
  const move = (at: number, by: -1 | 1): void => {
    onChange(moved(steps, at, by));
    // The focus goes with the step, so that it is moved on by the same key.
    focusAt(at + by, by === 1 ? '[data-moves="1"]' : '[data-moves="-1"]');
  };
  return (
    <div className="grid gap-2">
      <p className="text-dense font-medium">{t('steps')}</p>
      <ol ref={list} className="grid gap-1.5">
        {steps.map((step, at) => (
          <li key={step.id} className="flex items-start gap-1 max-sm:flex-wrap">
            <span className="figures w-6 shrink-0 pt-1.5 text-right text-text-2">{at + 1}.</span>
            <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]">
              <TextField
                label={t('step', { number: at + 1 })}
                hideLabel
                maxLength={300}
                required
                value={step.text}
                error={step.text.trim() === '' ? t('stepMissing') : undefined}
                onChange={(event) => onChange(replacedAt(steps, at, { ...step, text: event.target.value }))}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  addAfter(at);
                }}
              />
            </div>
            <div className="ml-auto flex gap-1">
              <IconButton
                data-moves="-1"
                label={t('moveUp', { number: at + 1 })}
                blocked={at === 0 ? t('isFirst') : undefined}
                icon={<ArrowUp size={16} aria-hidden />}
                onClick={() => move(at, -1)}
              />
              <IconButton
                data-moves="1"
                label={t('moveDown', { number: at + 1 })}
                blocked={at === steps.length - 1 ? t('isLast') : undefined}
                icon={<ArrowDown size={16} aria-hidden />}
                onClick={() => move(at, 1)}
              />
              <IconButton
                label={t('removeStep', { number: at + 1 })}
                blocked={steps.length === 1 ? t('onlyStep') : undefined}
                icon={<Trash2 size={16} aria-hidden />}
                onClick={() => onChange(withoutAt(steps, at))}
              />
            </div>
          </li>
        ))}
      </ol>
      <Button
        variant="quiet"
        className="justify-self-start"
        icon={<Plus size={16} aria-hidden />}
        onClick={() => addAfter(steps.length - 1)}
      >
        {t('addStep')}
      </Button>
    </div>
  );
};
