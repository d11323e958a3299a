import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

const EVERY_MS = 5_000;

/** Tells screen readers how many entries came, at most once in five seconds. */
export const EntriesDigest = ({ count, own }: { count: number; own: boolean }) => {
  const t = useTranslations('timeline');
  const told = useRef(count);
  const [digest, setDigest] = useState('');
  useEffect(() => {
    if (own || count < told.current) told.current = count;
    if (count === told.current) return undefined;
    const timer = setTimeout(() => {
      setDigest(t('newBelow', { count: count - told.current }));
      told.current = count;
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [count, own, t]);
  return <output className="sr-only">{digest}</output>;
};
