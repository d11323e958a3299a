import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { create } from 'zustand';
import { useIncidentField, useLiveClient } from '../../../live/react.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useKeys } from '../../../ui/keys.ts';
import { useMe } from '../../../widgets/me.ts';
import { AWAY_MS, useCatchUpAsked, useVisit } from '../../../widgets/read-marker.ts';
import { localClock } from '../../../widgets/time-format.ts';
import { useAgeWords } from '../../../widgets/use-words-of-time.ts';
import { ChangedLines } from './changed-lines.tsx';
import { changesQuery } from './get-changes.ts';
import { isWorthTelling } from './worth-telling.ts';

/** Outlives the list, which goes and comes with its tab on a phone: what was told once is not told again. */
const useDismissed = create<{ readonly occasion?: string }>(() => ({}));

type Props = {
  incidentId: IncidentId;
  /** The reader has a part in what was written last; nothing while that is not known yet. */
  wrote: boolean | undefined;
  newestFirst: boolean;
};

/**
 * What changed since the reader left: told once when they come back, when they join somebody else's incident, and
 * whenever they ask. It lies over the list, away from the newest entries, so that nothing moves when it comes and goes.
 */
export const CatchUp = ({ incidentId, wrote, newestFirst }: Props) => {
  const t = useTranslations('catchUp');
  const age = useAgeWords();
  const heading = useId();
  const card = useRef<HTMLElement>(null);
  const { serverNow } = useLiveClient();
  const visit = useVisit(incidentId);
  const joins = useJoins(incidentId) && wrote === false;
  const times = useCatchUpAsked(({ asked, times: all }) => (asked === incidentId ? all : 0));
  const [askedAtFirst] = useState(times);
  const asks = times > askedAtFirst;
  const since = visit?.since;
  const occasion = `${incidentId} ${since?.at ?? 0} ${visit?.returns ?? 0} ${times}`;
  const dismissed = useDismissed((state) => state.occasion);
  const wanted = visit !== undefined && dismissed !== occasion && (asks || since !== undefined || joins);
  const { data, isError } = useQuery({ ...changesQuery(incidentId, since?.version ?? 0, occasion), enabled: wanted });
  const shown =
    wanted && (asks ? data !== undefined || isError : data !== undefined && isWorthTelling(data, visit.away));

  // Only who asked is taken there.
  useEffect(() => {
    if (shown && asks) card.current?.focus();
  }, [shown, asks, times]);
  const dismiss = (): void => {
    useDismissed.setState({ occasion });
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
      className={classNames(
        '@container/card absolute inset-x-2 z-3 mx-auto max-h-3/5 max-w-3xl overflow-y-auto rounded-l border border-border-strong bg-surface px-3 pt-1 pb-2 shadow-popup',
        newestFirst ? 'bottom-2' : 'top-2',
      )}
    >
      <header className="flex min-h-8 items-center gap-2">
        <h3 id={heading} className="figures font-semibold">
          {since === undefined
            ? t('soFar')
            : t('since', { time: localClock(since.at), age: age(serverNow() - since.at) })}
        </h3>
        {data === undefined ? null : (
          <span className="figures text-dense whitespace-nowrap text-text-2 @max-[28rem]/card:hidden">
            {t(since === undefined ? 'entriesSoFar' : 'entries', { count: data.entries })}
          </span>
        )}
        <IconButton
          label={t('dismiss')}
          icon={<X size={16} aria-hidden />}
          onClick={dismiss}
          className="-mr-1.5 ml-auto"
        />
      </header>
      {data === undefined ? <p>{t('failed')}</p> : <ChangedLines changed={data} joins={since === undefined} />}
    </section>
  );
};

/** Comes to something that goes on already, and that others began and command. */
const useJoins = (incidentId: IncidentId): boolean => {
  const me = useMe();
  const { serverNow } = useLiveClient();
  const declaredBy = useIncidentField(incidentId, (incident) => incident.declaredBy);
  const declaredAt = useIncidentField(incidentId, (incident) => incident.declaredAt);
  const commands = useIncidentField(incidentId, (incident) => incident.roles.commander === me.id);
  const [cameAt] = useState(serverNow);
  const isTheirs = declaredBy === `user/${me.id}` || commands === true;
  return declaredAt !== undefined && !isTheirs && cameAt - declaredAt > AWAY_MS;
};
