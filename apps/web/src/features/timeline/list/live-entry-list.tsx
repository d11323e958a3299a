import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { usePresent } from '../../../live/presence-react.ts';
import { useMe } from '../../../widgets/me.ts';
import { EntryList, type ListProps } from './entry-list.tsx';

type Props = Omit<ListProps, 'editing'>;

/** With who is changing which entry just now. */
export const LiveEntryList = (props: Props) => {
  const t = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const present = usePresent(props.room.id);
  const editing = useMemo(
    () =>
      new Map(
        present.flatMap(({ id, doing, entryId }) =>
          doing === 'editing' && entryId !== undefined && id !== me.id
            ? [[entryId as string, people.get(id)?.name ?? t('somebody')] as const]
            : [],
        ),
      ),
    [present, people, me.id, t],
  );
  return <EntryList {...props} editing={editing} />;
};

const NOBODY: ReadonlyMap<string, string> = new Map();

export const PastEntryList = (props: Props) => <EntryList {...props} editing={NOBODY} />;
