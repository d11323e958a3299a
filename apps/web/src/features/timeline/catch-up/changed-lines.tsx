import type { UserId } from '@sitrep/shared/kernel/ids';
import type { WhatChanged } from '@sitrep/shared/rooms/what-changed';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../../live/react.tsx';
import { RoleBadge } from '../../../ui/role-badge.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { EntryLines } from './entry-lines.tsx';

/** What concerns the reader themselves first. */
const DONE = ['tasks', 'causes', 'mitigations', 'updates'] as const;

type Props = {
  changed: WhatChanged;
  /** Everything is news to them; who and what is in it now stands around the timeline. */
  joins: boolean;
};

/** As much as can be read in fifteen seconds, what decides most first. */
export const ChangedLines = ({ changed, joins }: Props) => {
  const t = useTranslations('catchUp');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const roleNames = useRoleNames();
  const { people } = usePeople();
  const nameOf = (id: UserId | undefined): string =>
    id === undefined ? t('nobody') : (people.get(id)?.name ?? common('somebody'));
  const { severity, status, title, roles, newPeople, decisions, decisionCount, pinned, pinnedCount } = changed;
  const { done, doneCounts } = changed;
  const services = [
    ...changed.servicesAdded.map((service) => `+ ${service}`),
    ...changed.servicesRemoved.map((service) => `− ${service}`),
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-dense">
      {severity?.to === undefined && status?.to === undefined ? null : (
        <Line name={t('state')}>
          {severity?.to === undefined ? null : (
            <Move from={severity.from === undefined ? undefined : words('severity', { severity: severity.from })}>
              {words('severity', { severity: severity.to })}
            </Move>
          )}
          {status?.to === undefined ? null : (
            <Move from={status.from === undefined ? undefined : words(`status.${status.from}`)}>
              {words(`status.${status.to}`)}
            </Move>
          )}
        </Line>
      )}
      {title?.to === undefined ? null : <Line name={t('title')}>{title.to}</Line>}
      {joins || roles.length === 0 ? null : (
        <Line name={t('roles')}>
          {roles.map(({ role, from, to }) => (
            <span key={role} className="inline-flex items-center gap-1 whitespace-nowrap">
              <RoleBadge role={role} name={roleNames.name(role)} short={roleNames.short(role)} />
              <Move from={from === undefined ? undefined : nameOf(from)}>{nameOf(to)}</Move>
            </span>
          ))}
        </Line>
      )}
      {joins || services.length === 0 ? null : <Line name={t('services')}>{services.join(', ')}</Line>}
      <EntryLines name={t('decisions', { count: decisionCount })} entries={decisions} count={decisionCount} />
      {DONE.map((part) => (
        <EntryLines
          key={part}
          name={t(part, { count: doneCounts[part] })}
          entries={done[part]}
          count={doneCounts[part]}
        />
      ))}
      <EntryLines name={t('pinned', { count: pinnedCount })} entries={pinned} count={pinnedCount} />
      {joins || newPeople.length === 0 ? null : <Line name={t('newPeople')}>{newPeople.map(nameOf).join(', ')}</Line>}
    </dl>
  );
};

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-text-2">{name}</dt>
    <dd dir="auto" className="flex min-w-0 flex-wrap gap-x-3 font-medium">
      {children}
    </dd>
  </>
);

const Move = ({ from, children }: { from: string | undefined; children: ReactNode }) => (
  <span>
    {from === undefined ? null : <span className="font-normal text-text-2">{from} → </span>}
    {children}
  </span>
);
