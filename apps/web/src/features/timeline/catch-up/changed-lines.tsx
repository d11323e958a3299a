import type { UserId } from '@sitrep/shared/kernel/ids';
import type { WhatChanged } from '@sitrep/shared/rooms/what-changed';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { Clock } from '../../../widgets/times.tsx';
import { usePhrase } from '../use-phrase.ts';

/** As much as can be read in fifteen seconds, what decides most first. */
export const ChangedLines = ({ changed, joins }: { changed: WhatChanged; joins: boolean }) => {
  const t = useTranslations('catchUp');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const { people } = usePeople();
  const nameOf = (id: UserId | undefined): string =>
    id === undefined ? t('nobody') : (people.get(id)?.name ?? common('somebody'));
  const { severity, status, title, roles, servicesAdded, servicesRemoved, newPeople } = changed;
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {severity?.to === undefined ? null : (
          <Line name={t('severity')}>
            <Move from={severity.from === undefined ? undefined : words('severity', { severity: severity.from })}>
              {words('severity', { severity: severity.to })}
            </Move>
          </Line>
        )}
        {status?.to === undefined ? null : (
          <Line name={t('status')}>
            <Move from={status.from === undefined ? undefined : words(`status.${status.from}`)}>
              {words(`status.${status.to}`)}
            </Move>
          </Line>
        )}
        {title?.to === undefined ? null : <Line name={t('title')}>{title.to}</Line>}
        {roles.map(({ role, from, to }) => (
          <Line key={role} name={words(`role.${role}`)}>
            <Move from={from === undefined ? undefined : nameOf(from)}>{nameOf(to)}</Move>
          </Line>
        ))}
        {servicesAdded.length === 0 ? null : <Line name={t('servicesAdded')}>{servicesAdded.join(', ')}</Line>}
        {servicesRemoved.length === 0 ? null : <Line name={t('servicesRemoved')}>{servicesRemoved.join(', ')}</Line>}
        <Entries name={t('decisions', { count: changed.decisionCount })} entries={changed.decisions} />
        <Entries name={t('pinned', { count: changed.pinnedCount })} entries={changed.pinned} />
        {newPeople.length === 0 ? null : <Line name={t('newPeople')}>{newPeople.map(nameOf).join(', ')}</Line>}
      </dl>
      <p className="figures mt-2 text-text-2">{t(joins ? 'entriesSoFar' : 'entries', { count: changed.entries })}</p>
    </>
  );
};

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-text-2">{name}</dt>
    <dd dir="auto" className="min-w-0 font-medium">
      {children}
    </dd>
  </>
);

const Move = ({ from, children }: { from: string | undefined; children: ReactNode }) => (
  <>
    {from === undefined ? null : <span className="font-normal text-text-2">{from} → </span>}
    {children}
  </>
);

const Entries = ({ name, entries }: { name: string; entries: readonly TimelineEntry[] }) => {
  const phrase = usePhrase();
  if (entries.length === 0) return null;
  return (
    <Line name={name}>
      <ul className="grid gap-0.5">
        {entries.map((entry) => (
          <li key={entry.id} className="flex gap-2">
            <span className="shrink-0 font-normal whitespace-nowrap text-text-2">
              <Clock at={entry.happenedAt} seconds={false} />
            </span>
            <a dir="auto" href={`#entry-${entry.id}`} className="line-clamp-2 min-w-0 hover:underline">
              {entry.origin === 'written' ? entry.text : phrase(entry)}
            </a>
          </li>
        ))}
      </ul>
    </Line>
  );
};
