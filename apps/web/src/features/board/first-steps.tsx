import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

export type FirstStep = {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly done?: boolean;
  readonly action: ReactNode;
};

/** What an empty board teaches: each step with its present state, and the thing itself to press. */
export const FirstSteps = ({ steps }: { steps: readonly FirstStep[] }) => {
  const t = useTranslations('board');
  return (
    <section aria-labelledby="first-steps" className="mx-auto w-full max-w-3xl px-4 py-6">
      <h2 id="first-steps" className="mb-3 text-section font-semibold">
        {t('stepsTitle')}
      </h2>
      <ol className="grid divide-y divide-border rounded-l border border-border bg-surface">
        {steps.map((step, index) => (
          <li key={step.id} className="grid grid-cols-[1.75rem_1fr] items-center gap-x-3 gap-y-2 px-4 py-3">
            <span
              aria-hidden="true"
              className="figures grid size-7 place-items-center rounded-full border border-border-strong text-dense font-semibold text-text-2"
            >
              {step.done === true ? <Check size={16} className="text-ok-fg" /> : index + 1}
            </span>
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-60">
                <h3 className="font-medium">
                  {step.title}
                  {step.done === true ? <span className="sr-only"> ({t('steps.done')})</span> : null}
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
