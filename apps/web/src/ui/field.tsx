import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { keyCaps, isApple } from './keys/chord.ts';
import { sendByKey } from './send-by-key.ts';
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

/** What is about a keyboard is not said where there is a finger. */
const withMore = (hint: ReactNode, more: string | undefined): ReactNode =>
  more === undefined ? (
    hint
  ) : (
    <>
      {hint}
      <span className="pointer-coarse:hidden">
        {hint === undefined ? null : ' · '}
        {more}
      </span>
    </>
  );

/** Cmd/Ctrl+Enter sends its form, and it says so; what sends in another way says that as its hint (`sends={false}`). */
export const TextArea = ({ sends = true, ...props }: Shell & ComponentProps<'textarea'> & { sends?: boolean }) => {
  const t = useTranslations('common');
  const keys = keyCaps('Mod+Enter', isApple()).join(' ');
  const said = sends ? t('sendsByKey', { keys }) : undefined;
  const { shell, control } = useShell({ ...props, hint: withMore(props.hint, said) });
  return (
    <FieldShell {...shell}>
      <textarea
        rows={3}
        {...control}
        onKeyDown={(event) => {
          props.onKeyDown?.(event);
          if (sends && !event.defaultPrevented) sendByKey(event);
        }}
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
