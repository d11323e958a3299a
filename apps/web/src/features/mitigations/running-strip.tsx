import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { OctagonX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useAriaKeys } from '../../ui/keys.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useGate } from '../../widgets/gate.ts';
import { usePast } from '../../widgets/past.ts';
import { Running } from './card-times.tsx';
import type { MenuAction } from './ledger-view.ts';
import { useOutOfSight } from './use-out-of-sight.ts';

type Props = {
  incident: Incident;
  running: readonly Mitigation[];
  /** The only one, and its card comes first: as long as it is in sight the strip would say it twice. */
  leads: boolean;
  busyOf: (mitigation: Mitigation) => MenuAction | undefined;
  onAction: (action: MenuAction, mitigation: Mitigation) => void;
};

/** What changes production this minute stays in sight when its card is scrolled away; on narrow screens ledger-strip.tsx does. */
export const RunningStrip = ({ incident, running, leads, busyOf, onAction }: Props) => {
  const t = useTranslations('mitigations');
  const blocked = useGate('mitigation.decide', { holders: incident.roles });
  const keys = useAriaKeys('halt');
  const past = usePast();
  const away = useOutOfSight(running);
  const shown = leads ? away : running;
  if (shown.length === 0 || past !== undefined || incident.status === 'closed') return null;
  return (
    // What comes and goes takes no room, so that nothing moves; what stays covers no card that waits for a decision.
    <div className={classNames('sticky top-0 z-10 -mx-2 hidden xl:block', leads && 'h-0')}>
      <ul aria-label={t('underWay')} className="grid grid-cols-[minmax(0,1fr)] gap-1 bg-bg px-2 py-1">
        {shown.map((mitigation) => (
          <li
            key={mitigation.id}
            className="flex items-center gap-2 rounded-m border border-border-strong bg-surface py-1 pr-1 pl-2"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate text-dense font-medium" title={mitigation.plan.title}>
                <span className="figures font-mono text-meta text-text-2">
                  {t('number', { number: mitigation.number })}
                </span>{' '}
                {mitigation.plan.title}
              </p>
              <p className="text-meta text-text-2">
                <Running mitigation={mitigation} />
              </p>
            </div>
            <Button
              variant="danger"
              icon={<OctagonX size={16} aria-hidden />}
              aria-label={t('haltOne', { number: mitigation.number })}
              aria-keyshortcuts={keys}
              blocked={blocked}
              busy={busyOf(mitigation) === 'halt'}
              className="shrink-0 pointer-coarse:min-h-12"
              onClick={() => onAction('halt', mitigation)}
            >
              {t('action.halt')}
              {blocked === undefined ? <KeyHint id="halt" /> : null}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
