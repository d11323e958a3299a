import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { OctagonX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useOffered } from '../../widgets/gate.ts';
import { Running } from './card-times.tsx';
import { running, waiting } from './ledger-view.ts';
import { useHaltNow } from './use-halt-now.tsx';

type Props = { incident: Incident; parts: RoomParts; onShow: () => void; className?: string };

/** Where the ledger is out of sight: what waits for who leads, and what they can halt. */
export const LedgerStrip = ({ incident, parts, onShow, className }: Props) => {
  const t = useTranslations('mitigations');
  const leads = useOffered('mitigation.decide', { holders: incident.roles });
  const { halt, blocked, busy, chooser } = useHaltNow(incident, parts.mitigations);
  const now = running(parts.mitigations.items);
  const asked = waiting(parts.mitigations.items);
  const [first, ...more] = now;
  if (!leads || incident.status === 'closed' || (asked === 0 && first === undefined)) return null;
  return (
    <section
      aria-label={t('strip')}
      className={classNames(
        'flex items-center gap-2 border-b border-border bg-surface py-0.5 pr-2 pl-3 room:py-1 room:pr-4 room:pl-4',
        className,
      )}
    >
      <div className="min-w-0 flex-1 sm:flex sm:items-center sm:gap-4">
        {first === undefined ? null : (
          <p className="flex min-w-0 gap-1.5 text-dense">
            <span className="truncate font-medium">
              {more.length === 0 ? first.plan.title : t('many', { count: now.length })}
            </span>
            {more.length === 0 ? <Running mitigation={first} bare /> : null}
          </p>
        )}
        {asked === 0 ? null : (
          <Button variant="quiet" className="-ml-2.5 shrink-0 !text-dense underline" onClick={onShow}>
            {t('waiting', { count: asked })}
          </Button>
        )}
      </div>
      {first === undefined ? null : (
        <Button
          variant="danger"
          icon={<OctagonX size={16} aria-hidden />}
          blocked={blocked}
          busy={busy}
          className="shrink-0"
          onClick={halt}
        >
          {t('action.halt')}
        </Button>
      )}
      {chooser}
    </section>
  );
};
