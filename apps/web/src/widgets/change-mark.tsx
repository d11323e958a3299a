import type { Change, ChangedField } from '@sitrep/shared/incidents/state';
import { useEffect, useState, type ReactNode } from 'react';
import { useLiveClient } from '../live/react.tsx';
import { classNames } from '../ui/class-names.ts';
import { useChangeWords } from './change-words.ts';
import { useMe } from './me.ts';
import { usePast } from './past.ts';
import { firstLookAt, markSeen, useSeenUpTo } from './seen.ts';

/** As long as the bar that stands still where motion is not wanted; the tint itself fades within two seconds. */
const FRESH_MS = 10_000;

type Changed = Pick<Change, 'from' | 'to' | 'by' | 'at'>;

/** How new a change is: fresh for a moment, then a mark until its reader has been at it. Own ones are neither. */
export const useFreshness = (key: string, change: Pick<Changed, 'at' | 'by'> | undefined) => {
  const me = useMe();
  const past = usePast() !== undefined;
  const { serverNow } = useLiveClient();
  const [cameAt] = useState(serverNow);
  // What happened before somebody looked for the first time is no news to them.
  const [lookedAt] = useState(() => (past ? cameAt : firstLookAt(key, cameAt)));
  const seenUpTo = useSeenUpTo(key);
  const [faded, setFaded] = useState<number>();
  const at = change === undefined || past || change.by === `user/${me.id}` ? undefined : change.at;
  const isNew = at !== undefined && at > (seenUpTo ?? lookedAt);
  const isFresh = at !== undefined && at !== faded && at > cameAt - FRESH_MS && isNew;
  useEffect(() => {
    if (at === undefined) return undefined;
    const timer = setTimeout(() => setFaded(at), Math.max(0, at + FRESH_MS - serverNow()));
    return () => clearTimeout(timer);
  }, [at, serverNow]);
  const see = (): void => {
    if (at !== undefined) markSeen(key, at);
  };
  return { at, isNew, isFresh, see };
};

/** Over what changed: a tint that fades, or where nothing may move a bar that stays for a while. Takes no room. */
export const Tint = ({ at }: { at: number }) => (
  <span
    // Anew for each change, so that it is seen again.
    key={at}
    aria-hidden="true"
    data-tint
    className="tinted pointer-events-none absolute inset-0 -z-1 rounded-m motion-reduce:border-l-3 motion-reduce:border-accent"
  />
);

export const NewDot = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    data-new
    className={classNames(
      'pointer-events-none absolute size-2 rounded-full bg-accent forced-colors:bg-[Highlight]',
      className,
    )}
  />
);

type Props = {
  /** Of the incident; together with the field the key under which it is remembered what was seen. */
  of: string;
  field: ChangedField;
  change: Changed | undefined;
  children: ReactNode;
  className?: string;
};

/** Around a field: marked while somebody else's change of it is new to its reader. Takes no room. */
export const ChangeMark = ({ of, field, change, children, className }: Props) => {
  const { at, isNew, isFresh, see } = useFreshness(`${of}/${field}`, change);
  return (
    <span className={classNames('relative isolate', className)} onPointerLeave={see} onBlur={see}>
      {isFresh && at !== undefined ? <Tint at={at} /> : null}
      {children}
      {isNew ? <NewDot className="-top-0.5 -right-0.5" /> : null}
    </span>
  );
};

/** For a control's tooltip and description: who changed it last, from what to what. */
export const useChangeTitle = (field: ChangedField, change: Changed | undefined): { title?: string } => {
  const words = useChangeWords();
  return change === undefined ? {} : { title: words(field, change) };
};
