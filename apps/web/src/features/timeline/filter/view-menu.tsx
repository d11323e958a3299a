import { ArrowUpDown } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '../../../ui/menu.tsx';
import type { TimelineSearch } from './timeline-search.ts';

type Props = { search: TimelineSearch; change: (change: TimelineSearch) => void };

export const ViewMenu = memo(({ search, change }: Props) => {
  const t = useTranslations('timelineView');
  const usual = search.sort === undefined && search.newest === undefined;
  return (
    <Menu
      label={t('view')}
      trigger={<ArrowUpDown size={16} aria-hidden />}
      button={{ variant: 'quiet', className: usual ? '!px-1.5' : '!px-1.5 !border-accent !bg-accent-bg' }}
      items={[
        {
          id: 'happened',
          label: t('byHappened'),
          checked: search.sort === undefined,
          onSelect: () => change({ sort: undefined }),
        },
        {
          id: 'recorded',
          label: t('byRecorded'),
          checked: search.sort === 'recorded',
          onSelect: () => change({ sort: 'recorded' }),
        },
        {
          id: 'last',
          label: t('newestLast'),
          checked: search.newest === undefined,
          onSelect: () => change({ newest: undefined }),
        },
        {
          id: 'first',
          label: t('newestFirst'),
          checked: search.newest === 'first',
          onSelect: () => change({ newest: 'first' }),
        },
      ]}
    />
  );
});
ViewMenu.displayName = 'ViewMenu';
