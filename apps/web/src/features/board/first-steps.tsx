import { Check, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../ui/button.tsx';

export type FirstStep = {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly done: boolean;
  readonly action: ReactNode;
};

type Props = { title: string; steps: readonly FirstStep[]; onDismiss: () => void };

/** What a new board teaches: each step with its present state, and the thing itself to press. */
export const FirstSteps = ({ title, steps, onDismiss }: Props) => {
  const t = useTranslations('board');
  return (
    <section aria-labelledby="first-steps" className="mx-auto w-full max-w-3xl px-4 py-6">
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2 id="first-steps" className="text-section font-semibold">
          {title}
        </h2>
        <IconButton label={t('steps.dismiss')} icon={<X size={16} aria-hidden />} onClick={onDismiss} />
      </div>
      <ol className="grid divide-y divide-border rounded-l border border-border bg-surface">
        {steps.map((step, index) => (
          <li key={step.id} className="grid grid-cols-[1.75rem_1fr] items-center gap-x-3 gap-y-2 px-4 py-3">
            <span
              aria-hidden="true"
              className="figures grid size-7 place-items-center rounded-full border border-border-strong text-dense font-semibold text-text-2"
            >
              {step.done ? <Check size={16} className="text-ok-fg" /> : index + 1}
            </span>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-60">
                <h3 className="font-medium">
                  {step.title}
                  {step.done ? <span className="sr-only"> ({t('steps.done')})</span> : null}
                </h3>
                <p className="text-dense text-text-2">{step.meaning}</p>
              </div>
              <div className="flex flex-wrap items-center gap-2">{step.action}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};
