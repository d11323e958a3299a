import { isCustomRole, type IncidentRole } from '@sitrep/shared/incidents/values';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../../live/live-client.ts';
import { useLiveClient } from '../../../live/react.tsx';
import { customName } from '../../../widgets/role-names.ts';
import { alarmsOf, digestOf, newsAfter, type Alarm, type Digest } from './digest.ts';

const EVERY_MS = 5_000;

type Props = { entries: readonly RoomEntry[]; ready: boolean; reader: ActorRef };

type Said = { readonly text: string; readonly version: number };

const newestOf = (entries: readonly RoomEntry[]): number =>
  entries.findLast(({ delivery }) => delivery === undefined)?.version ?? 0;

/**
 * Both regions are there from the beginning, because readers often miss one that comes with its text. The quiet one
 * sums up at most once in five seconds; the other is for what one is woken for.
 */
export const Announcer = ({ entries, ready, reader }: Props) => {
  const words = useAnnouncedWords();
  const latest = useRef(entries);
  const told = useRef<number>(undefined);
  const alarmedAt = useRef(0);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [digest, setDigest] = useState<Said>();
  const [alarm, setAlarm] = useState<Said>();
  useEffect(() => {
    latest.current = entries;
    if (!ready) return;
    if (told.current === undefined) {
      told.current = newestOf(entries);
      alarmedAt.current = told.current;
      return;
    }
    const alarms = alarmsOf(newsAfter(entries, alarmedAt.current, reader), reader);
    alarmedAt.current = Math.max(alarmedAt.current, newestOf(entries));
    if (alarms.length > 0) setAlarm({ text: alarms.map(words.alarm).join('; '), version: alarmedAt.current });
    if (waiting.current !== undefined || newsAfter(entries, told.current, reader).length === 0) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      const text = words.digest(digestOf(newsAfter(latest.current, told.current ?? 0, reader)));
      told.current = newestOf(latest.current);
      setDigest({ text, version: told.current });
    }, EVERY_MS);
  }, [entries, ready, reader, words]);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return (
    <>
      <output className="sr-only">{sentence(digest)}</output>
      <div role="alert" className="sr-only">
        {sentence(alarm)}
      </div>
    </>
  );
};

/** Anew for each, because the same words twice are no change to read out. */
const sentence = (said: Said | undefined): ReactNode =>
  said === undefined ? null : <span key={said.version}>{said.text}</span>;

const useAnnouncedWords = () => {
  const t = useTranslations('timelineView');
  const words = useTranslations('words');
  const { settings } = useLiveClient();
  // Made once, asked late: the settings may have come since.
  const nameOf = (role: IncidentRole): string =>
    isCustomRole(role) ? customName(role, settings.store.getState().values.roles) : words(`role.${role}`);
  const [announced] = useState(() => ({
    digest: ({ count, severity, status }: Digest): string =>
      [
        t('digest', { count }),
        ...(severity === undefined ? [] : [t('digestSeverity', { severity })]),
        ...(status === undefined ? [] : [t('digestStatus', { status: words(`status.${status}`) })]),
      ].join('; '),
    alarm: (alarm: Alarm): string =>
      alarm.kind === 'raised'
        ? t('raised')
        : t(alarm.kind === 'asked' ? 'askedRole' : 'yourRole', { role: nameOf(alarm.role) }),
  }));
  return announced;
};
