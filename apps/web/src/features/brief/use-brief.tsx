import type { Incident } from '@sitrep/shared/incidents/state';
import { briefOf } from '@sitrep/shared/rooms/brief';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import { ClipboardCopy, Square, Volume2 } from 'lucide-react';
import { useEffect } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useLiveClient, usePeople, useSettings } from '../../live/react.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useKeys } from '../../ui/keys.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { useIsActive } from '../../widgets/person.tsx';
import { useAgeWords } from '../../widgets/use-words-of-time.ts';
import { briefText } from './brief-text.ts';
import { canSpeak, speak, stopSpeaking, useSpeaking } from './speech.ts';

/** The brief by its key and as items of a menu; nothing to brief about where there is no incident yet. */
export const useBrief = (
  incident: Incident | undefined,
  parts: RoomParts,
  entries: readonly TimelineEntry[],
): readonly MenuItem[] => {
  const t = useTranslations('brief');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const locale = useLocale();
  const age = useAgeWords();
  const isActive = useIsActive();
  const { people } = usePeople();
  const { values: settings } = useSettings();
  const { serverNow } = useLiveClient();
  const { speaking } = useSpeaking();
  useEffect(() => stopSpeaking, []);

  const text = (of: Incident, form: 'chat' | 'spoken'): string =>
    briefText(
      briefOf({ incident: of, parts, settings, entries, now: serverNow(), isActive }),
      { t, words, age, person: (id) => people.get(id)?.name ?? common('somebody') },
      form,
    );
  const copy = async (): Promise<void> => {
    if (incident === undefined) return;
    // Whoever reads it in a chat comes here from there.
    const detail = `${text(incident, 'chat')} ${window.location.origin}/incidents/${incident.key}`;
    const done = await copyText(detail);
    // What could not be copied stays to be marked by hand.
    showToast(
      done
        ? { id: 'brief', title: t('copied'), detail, tone: 'ok' }
        : { id: 'brief', title: t('notCopied'), detail, lastsMs: Number.POSITIVE_INFINITY },
    );
  };
  useKeys([{ id: 'brief', run: () => void copy() }]);
  if (incident === undefined) return [];
  const copies: MenuItem = {
    id: 'brief',
    label: t('copy'),
    hint: t('copyMeaning'),
    icon: <ClipboardCopy size={16} aria-hidden />,
    onSelect: () => void copy(),
  };
  if (!canSpeak()) return [copies];
  const reads: MenuItem = speaking
    ? { id: 'read', label: t('stop'), icon: <Square size={16} aria-hidden />, onSelect: stopSpeaking }
    : {
        id: 'read',
        label: t('readAloud'),
        icon: <Volume2 size={16} aria-hidden />,
        onSelect: () => speak(text(incident, 'spoken'), locale),
      };
  return [copies, reads];
};
