import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

export const CONTROL =
  'w-full rounded-m border border-border-strong bg-surface px-2.5 py-1 text-body text-text hover:border-text-2 aria-invalid:border-sev1-fg disabled:cursor-not-allowed disabled:bg-raised disabled:text-text-2';

export type Shell = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it; what was typed stays. */
  error?: string | undefined;
  optional?: ReactNode;
  hideLabel?: boolean;
};

export const FieldError = ({ id, children }: { id: string; children: string | undefined }) =>
  children === undefined ? null : (
    <p id={`${id}-error`} role="alert" className="text-dense text-sev1-fg">
      {children}
    </p>
  );

export const FieldHint = ({ id, children }: { id: string; children: ReactNode }) =>
  children === undefined ? null : (
    <p id={`${id}-hint`} className="text-meta text-text-2">
      {children}
    </p>
  );

export const FieldShell = ({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
}: Shell & { id: string; children: ReactNode }) => (
  <div className="grid min-w-0 gap-1">
    <label htmlFor={id} className={hideLabel === true ? 'sr-only' : 'text-dense font-medium'}>
      {label}
      {optional === undefined ? null : <span className="font-normal text-text-2"> {optional}</span>}
    </label>
    {children}
    <FieldError id={id}>{error}</FieldError>
    <FieldHint id={id}>{hint}</FieldHint>
  </div>
);

export const describedBy = (id: string, { hint, error }: Pick<Shell, 'hint' | 'error'>): string | undefined =>
  classNames(error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`) || undefined;

/** Parts the props of a field into those of its shell and those of its control. */
export const useShell = <P extends Shell & { id?: string | undefined }>(props: P) => {
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
