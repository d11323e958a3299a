import { initialsOf } from './initials.ts';

/** Decoration beside a name; on its own it needs a label from around it. */
export const Avatar = ({ name, size = 24 }: { name: string; size?: number }) => (
  <span
    aria-hidden="true"
    className="inline-grid shrink-0 place-items-center rounded-full border border-border-strong bg-raised font-semibold text-text-2 select-none"
    style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
  >
    {initialsOf(name)}
  </span>
);
