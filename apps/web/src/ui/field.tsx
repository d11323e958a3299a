import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

const CONTROL =
  'w-full rounded-m border border-border-strong bg-surface px-2.5 py-1.5 text-body text-text aria-invalid:border-sev1-fg disabled:bg-raised disabled:text-text-2';

type Shell = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it; what was typed stays. */
  error?: string | undefined;
  optional?: ReactNode;
  hideLabel?: boolean;
};

const FieldShell = ({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
}: Shell & { id: string; children: ReactNode }) => (
  <div className="grid gap-1">
    <label htmlFor={id} className={hideLabel === true ? 'sr-only' : 'text-dense font-medium'}>
      {label}
      {optional === undefined ? null : <span className="font-normal text-text-2"> {optional}</span>}
    </label>
    {children}
    {error === undefined ? null : (
      <p id={`${id}-error`} role="alert" className="text-dense text-sev1-fg">
        {error}
      </p>
    )}
    {hint === undefined ? null : (
      <p id={`${id}-hint`} className="text-meta text-text-2">
        {hint}
      </p>
    )}
  </div>
);

const describedBy = (id: string, { hint, error }: Shell): string | undefined =>
  classNames(error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`) || undefined;

const useShell = <P extends Shell & { id?: string | undefined }>(props: P) => {
  const generated = useId();
  const { label, hint, error, optional, hideLabel, id = generated, ...control } = props;
  const shell: Shell & { id: string } = {
    label,
    hint,
    error,
    optional,
    ...(hideLabel === undefined ? {} : { hideLabel }),
    id,
  };
  return {
    shell,
    control: {
      ...control,
      id,
      'aria-invalid': error === undefined ? undefined : (true as const),
      'aria-describedby': describedBy(id, shell),
    },
  };
};

export const TextField = (props: Shell & ComponentProps<'input'>) => {
  const { shell, control } = useShell(props);
  return (
    <FieldShell {...shell}>
      <input autoComplete="off" {...control} className={classNames('target', CONTROL, props.className)} />
    </FieldShell>
  );
};

export const TextArea = (props: Shell & ComponentProps<'textarea'>) => {
  const { shell, control } = useShell(props);
  return (
    <FieldShell {...shell}>
      <textarea
        rows={3}
        {...control}
        className={classNames('field-sizing-content max-h-80', CONTROL, props.className)}
      />
    </FieldShell>
  );
};

export const SelectField = (props: Shell & ComponentProps<'select'>) => {
  const { shell, control } = useShell(props);
  return (
    <FieldShell {...shell}>
      <select {...control} className={classNames('target', CONTROL, props.className)} />
    </FieldShell>
  );
};

export const CheckField = ({
  label,
  hint,
  ...control
}: { label: ReactNode; hint?: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) => {
  const id = useId();
  return (
    <div className="flex items-start gap-2">
      <input
        {...control}
        type="checkbox"
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint === undefined ? null : (
          <p id={`${id}-hint`} className="text-meta text-text-2">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
};
