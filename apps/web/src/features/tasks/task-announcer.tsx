import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { useMe } from '../../widgets/me.ts';
import { usePast } from '../../widgets/past.ts';
import { givenSince } from './arrange.ts';
import type { Seen } from './seen.ts';

/** There from the first render: a live region that arrives together with its text is often not read out. */
export const TaskAnnouncer = ({ parts }: Pick<Seen, 'parts'>) => {
  const t = useTranslations('tasks');
  const me = useMe();
  const past = usePast() !== undefined;
  const { serverNow } = useLiveClient();
  const [cameAt] = useState(serverNow);
  const given = past ? undefined : givenSince(parts.tasks.items, me.id, cameAt);
  return (
    <p aria-live="assertive" className="sr-only">
      {given === undefined ? '' : t('given', { number: given.number, text: given.text })}
    </p>
  );
};
