import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useTranslations } from 'use-intl';
import { usePresent } from '../../live/presence-react.ts';
import { usePeople } from '../../live/react.tsx';
import { useMe } from '../../widgets/me.ts';
import { typists } from './who.ts';

/** Always as high, also while nobody types. */
export const TypingLine = ({ incidentId }: { incidentId: IncidentId }) => {
  const t = useTranslations('presence');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const [first, second, ...others] = typists(usePresent(incidentId), me.id).map(
    (id) => people.get(id)?.name ?? common('somebody'),
  );
  return (
    <p data-typing className="h-5 shrink-0 truncate px-3 text-meta leading-5 text-text-2">
      {first === undefined
        ? null
        : second === undefined
          ? t('one', { name: first })
          : others.length === 0
            ? t('two', { first, second })
            : t('many', { first, second, count: others.length })}
    </p>
  );
};
