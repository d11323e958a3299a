import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { CONTROL, FieldShell, useShell, type Shell } from './field-shell.tsx';

export { CheckField } from './check-field.tsx';

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
        className={classNames('target field-sizing-content max-h-80 py-1.5', CONTROL, props.className)}
      />
    </FieldShell>
  );
};

/** The browser's own list: the best there is on a phone, and it needs no code. */
export const SelectField = (props: Shell & ComponentProps<'select'>) => {
  const { shell, control } = useShell(props);
  return (
    <FieldShell {...shell}>
      <span className="relative grid items-center">
        <select
          {...control}
          className={classNames('target appearance-none truncate pr-8!', CONTROL, props.className)}
        />
        <ChevronDown size={16} aria-hidden className="pointer-events-none absolute right-2.5 text-text-2" />
      </span>
    </FieldShell>
  );
};
