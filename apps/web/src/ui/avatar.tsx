import { useTranslations } from 'use-intl';
import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';
import { tip } from './tooltip.tsx';

type Props = { name: string; size?: number; /** Not at it just now. */ dim?: boolean };

/** Decoration beside a name; on its own it needs a label from around it. */
export const Avatar = ({ name, size = 24, dim = false }: Props) => (
  <span
    aria-hidden="true"
    className={classNames(
      'inline-grid shrink-0 place-items-center rounded-full border border-border-strong bg-raised font-semibold select-none',
      dim ? 'border-dashed text-text-2' : 'text-text',
    )}
    style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
  >
    {initialsOf(name)}
  </span>
);

export type StackedPerson = { readonly id: string; readonly name: string; readonly dim?: boolean };

type StackProps = { label: string; people: readonly StackedPerson[]; size?: number; atMost?: number };

/** At most five and a count; who they all are stands in the label. */
export const AvatarStack = ({ label, people, size = 24, atMost = 5 }: StackProps) => {
  const t = useTranslations('ui');
  const shown = people.slice(0, atMost);
  const more = people.length - shown.length;
  return (
    <span {...tip(label)} className="inline-flex shrink-0 items-center">
      <span className="sr-only">{label}</span>
      {shown.map(({ id, name, dim = false }, index) => (
        <span key={id} className={classNames('rounded-full bg-surface p-px', index > 0 && '-ml-px')}>
          <Avatar name={name} size={size} dim={dim} />
        </span>
      ))}
      {more === 0 ? null : (
        <span aria-hidden="true" className="figures pl-1 text-meta text-text-2">
          {t('plus', { count: more })}
        </span>
      )}
    </span>
  );
};
