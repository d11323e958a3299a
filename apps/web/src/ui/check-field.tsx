import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldHint } from './field-shell.tsx';

type Props = { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>;

export const CheckField = (props: Props) => <ToggleShell {...props} className="size-4 accent-accent" />;

const SWITCH =
  'h-4.5 w-8 appearance-none rounded-full border border-border-strong bg-raised transition-colors before:block before:size-3 before:translate-x-0.5 before:translate-y-0.5 before:rounded-full before:bg-text-2 before:transition-[translate] before:duration-120 checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-on-accent disabled:opacity-60 forced-colors:appearance-auto forced-colors:before:hidden';

/** For what holds at once, without a form to send. */
export const SwitchField = (props: Props) => (
  <ToggleShell {...props} role="switch" aria-checked={props.checked} className={SWITCH} />
);

const ToggleShell = ({ label, hint, className = '', ...control }: Props) => {
  const id = useId();
  return (
    <div className="flex min-w-0 items-start gap-2">
      {/* What a finger hits: the box alone would be too small. */}
      <label htmlFor={id} className="-mx-1 mt-1 grid shrink-0 px-1 pointer-coarse:mt-0 pointer-coarse:py-3.5">
        <input
          {...control}
          type="checkbox"
          id={id}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          className={className}
        />
      </label>
      <div className="min-w-0">
        <label htmlFor={id} className="inline-flex min-h-6 items-center pointer-coarse:min-h-11">
          {label}
        </label>
        <FieldHint id={id}>{hint}</FieldHint>
      </div>
    </div>
  );
};
