import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useIncidentField, useLiveClient } from '../../../live/react.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { useMe } from '../../../widgets/me.ts';
import { AWAY_MS, useCatchUpAsked, useVisit } from '../../../widgets/read-marker.ts';
import { localClock } from '../../../widgets/time-format.ts';
import { useAgeWords } from '../../../widgets/use-words-of-time.ts';
import { ChangedLines } from './changed-lines.tsx';
import { changesQuery } from './get-changes.ts';
import { isWorthTelling } from './worth-telling.ts';

/**
 * What changed since the reader left: told once when they come back, when they join somebody else's incident, and
 * whenever they ask. It lies over the list, so that nothing moves when it comes and goes.
 */
export const CatchUp = ({ incidentId }: { incidentId: IncidentId }) => {
  const t = useTranslations('catchUp');
  const age = useAgeWords();
  const heading = useId();
  const card = useRef<HTMLElement>(null);
  const { serverNow } = useLiveClient();
  const visit = useVisit(incidentId);
  const joins = useJoins(incidentId);
  const times = useCatchUpAsked(({ asked, times: all }) => (asked === incidentId ? all : 0));
  const [askedAtFirst] = useState(times);
  const asks = times > askedAtFirst;
  const occasion = `${visit?.returns ?? 0} ${times}`;
  const [dismissed, setDismissed] = useState<string>();
  const since = visit?.since;
  const wanted = visit !== undefined && dismissed !== occasion && (asks || since !== undefined || joins);
  const { data, isError } = useQuery({ ...changesQuery(incidentId, since?.version ?? 0, occasion), enabled: wanted });
  const shown = wanted && (asks ? data !== undefined || isError : data !== undefined && isWorthTelling(data));

  // Only who asked is taken there.
  useEffect(() => {
    if (shown && asks) card.current?.focus();
  }, [shown, asks, times]);
  const dismiss = (): void => {
    setDismissed(occasion);
    // What had the focus goes with the card.
    if (card.current?.contains(document.activeElement) === true) {
      document.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    }
  };
  useKeys(shown ? [{ id: 'back', label: t('dismiss'), run: dismiss }] : []);
  if (!shown) return null;
  return (
    <section
      ref={card}
      aria-labelledby={heading}
      tabIndex={-1}
      className="absolute inset-x-2 top-12 z-3 mx-auto max-h-[70%] max-w-2xl overflow-y-auto rounded-l border border-border-strong bg-surface p-3 shadow-popup"
    >
      <header className="mb-1 flex items-start gap-2">
        <h3 id={heading} className="figures flex-1 font-semibold">
          {since === undefined
            ? t('soFar')
            : t('since', { time: localClock(since.at), age: age(serverNow() - since.at) })}
        </h3>
        <IconButton label={t('dismiss')} icon={<X size={16} aria-hidden />} onClick={dismiss} />
      </header>
      {data === undefined ? <p>{t('failed')}</p> : <ChangedLines changed={data} joins={since === undefined} />}
    </section>
  );
};

/** Comes to something that goes on already, and that others began. */
const useJoins = (incidentId: IncidentId): boolean => {
  const me = useMe();
  const { serverNow } = useLiveClient();
  const declaredBy = useIncidentField(incidentId, (incident) => incident.declaredBy);
  const declaredAt = useIncidentField(incidentId, (incident) => incident.declaredAt);
  const [cameAt] = useState(serverNow);
  return declaredAt !== undefined && declaredBy !== `user/${me.id}` && cameAt - declaredAt > AWAY_MS;
};
