import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Clock } from '../../../widgets/times.tsx';
import { usePhrase } from '../use-phrase.ts';

/** What was pinned: the story in a few lines. */
export const KeyEvents = ({ entries }: { entries: readonly RoomEntry[] }) => {
  const t = useTranslations('incident.now');
  const phrase = usePhrase();
  const pinned = entries.filter(
    (entry) => entry.pinned && !(entry.origin === 'written' && entry.retracted !== undefined),
  );
  return (
    <Panel title={t('keyEvents')}>
      {pinned.length === 0 ? <p className="text-text-2">{t('noKeyEvents')}</p> : null}
      <ol className="grid gap-1">
        {pinned.map((entry) => (
          <li key={entry.id} className="grid grid-cols-[3rem_1fr] gap-2">
            <span className="text-dense text-text-2">
              <Clock at={entry.happenedAt} seconds={false} />
            </span>
            <a href={`#entry-${entry.id}`} className="line-clamp-3 hover:underline">
              {entry.origin === 'written' ? entry.text : phrase(entry)}
            </a>
          </li>
        ))}
      </ol>
    </Panel>
  );
};
