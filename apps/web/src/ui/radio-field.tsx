import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { FieldError, FieldHint, describedBy } from './field-shell.tsx';

export type RadioOption<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly blocked?: boolean;
};

type Props<Value extends string> = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly RadioOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  columns?: 1 | 2;
};

/** One of few, all in sight; arrows move within, Tab leaves. */
export const RadioField = <Value extends string>({ columns = 1, ...props }: Props<Value>) => {
  const { label, hint, error, options, value, onChange, onKeyDown } = props;
  const id = useId();
  return (
    <fieldset className="min-w-0" aria-describedby={describedBy(id, props)}>
      <legend className="mb-1 text-dense font-medium">{label}</legend>
      <div className={classNames('grid gap-1', columns === 2 && 'sm:grid-cols-2')}>
        {options.map((option) => (
          <label
            key={option.value}
            className="target flex min-w-0 cursor-pointer items-center gap-2 rounded-m border border-border px-2.5 py-1 has-checked:border-accent has-checked:bg-accent-bg has-disabled:cursor-not-allowed has-disabled:text-text-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              disabled={option.blocked === true}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onKeyDown={onKeyDown}
              className="size-4 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">{option.label}</span>
            {option.hint === undefined ? null : <span className="min-w-0 text-dense text-text-2">{option.hint}</span>}
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
      <FieldHint id={id}>{hint}</FieldHint>
    </fieldset>
  );
};
