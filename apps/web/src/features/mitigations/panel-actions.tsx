import type { Incident } from '@sitrep/shared/incidents/state';
import { Ellipsis, List, Plus, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useWritingGate } from '../../widgets/gate.ts';
import { usePast } from '../../widgets/past.ts';
import type { Asked } from './open-dialog.tsx';

type Props = { incident: Incident; any: boolean; onAsk: (asked: Asked) => void };

export const PanelActions = ({ incident, any, onAsk }: Props) => {
  const t = useTranslations('mitigations');
  const responds = useWritingGate('incident.respond');
  const past = usePast();
  const all = () => onAsk({ is: 'ledger' });
  if (past !== undefined || incident.status === 'closed') {
    return any ? (
      <Button variant="quiet" className="!text-dense" onClick={all}>
        {t('all')}
      </Button>
    ) : null;
  }
  return (
    <span className="-mr-2 flex items-center">
      <Button
        variant="quiet"
        className="!px-1.5 !text-dense"
        icon={<Plus size={14} aria-hidden />}
        blocked={responds}
        onClick={() => onAsk({ is: 'propose' })}
      >
        {t('propose')}
      </Button>
      <Menu
        label={t('more')}
        trigger={<Ellipsis size={16} aria-hidden />}
        button={{ variant: 'quiet', className: '!px-1.5' }}
        items={[
          { id: 'all', label: t('all'), icon: <List size={16} aria-hidden />, onSelect: all },
          {
            id: 'record',
            label: t('record'),
            icon: <TriangleAlert size={16} aria-hidden />,
            blocked: responds,
            onSelect: () => onAsk({ is: 'record' }),
          },
        ]}
      />
    </span>
  );
};
