import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { collisionsOf, type Collisions } from '@sitrep/shared/rooms/collisions';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeyHint } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { showToast } from '../../ui/toast.ts';
import { useWritingGate } from '../../widgets/gate.ts';
import { usePast } from '../../widgets/past.ts';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { useNow } from '../../widgets/times.tsx';
import { EndedList } from './ended-list.tsx';
import { arranged, running } from './ledger-view.ts';
import { MitigationCard } from './mitigation-card.tsx';
import { OpenDialog, type Asked } from './open-dialog.tsx';
import { PanelActions } from './panel-actions.tsx';
import { RunningStrip } from './running-strip.tsx';
import { useActions } from './use-actions.ts';
import { useLedgerKeys } from './use-ledger-keys.ts';

type Props = { incident: Incident; parts: RoomParts; entries: readonly TimelineEntry[] };

const COLLISIONS_EVERY_MS = 30_000;

/** The one ledger of production changes: what waits for somebody stands first. */
export const MitigationsPanel = ({ incident, parts, entries }: Props) => {
  const t = useTranslations('mitigations');
  const now = useNow(COLLISIONS_EVERY_MS);
  const [asked, setAsked] = useState<Asked>();
  const { act, busyOf } = useActions(incident, setAsked);
  const responds = useWritingGate('incident.respond');
  const { mitigations, hypotheses } = parts;
  const { current, ended } = arranged(mitigations.items);
  const underWay = running(current);
  const collisions = (mitigation: Mitigation): Collisions =>
    collisionsOf({ mitigations, timeline: { entries } }, mitigation, now);
  return (
    <Panel
      title={t('title')}
      actions={<PanelActions incident={incident} onAsk={setAsked} any={mitigations.items.length > 0} />}
    >
      {usePast() === undefined && incident.status !== 'closed' ? (
        <LedgerKeys
          incident={incident}
          current={current}
          onAction={act}
          onPropose={() =>
            responds === undefined ? setAsked({ is: 'propose' }) : void showToast({ id: 'why', title: responds })
          }
        />
      ) : null}
      {mitigations.items.length === 0 ? <Empty over={incident.status === 'closed'} /> : null}
      <RunningStrip
        incident={incident}
        running={underWay}
        leads={underWay.length === 1 && underWay[0] === current[0]}
        busyOf={busyOf}
        onAction={act}
      />
      {current.length === 0 ? null : (
        <ul className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-2">
          {current.map((mitigation) => (
            <li key={mitigation.id}>
              <MitigationCard
                incident={incident}
                hypotheses={hypotheses}
                mitigation={mitigation}
                collisions={isAhead(mitigation) ? collisions(mitigation) : undefined}
                busy={busyOf(mitigation)}
                onAction={(action) => act(action, mitigation)}
              />
            </li>
          ))}
        </ul>
      )}
      <EndedList incident={incident} hypotheses={hypotheses} ended={ended} onAction={act} />
      {asked === undefined ? null : (
        <OpenDialog
          asked={asked}
          incident={incident}
          parts={parts}
          collisionsOf={collisions}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
};

/** Before it has begun it is worth knowing what it collides with. */
const isAhead = ({ status }: Mitigation): boolean => status === 'proposed' || status === 'approved';

const LedgerKeys = (keys: Parameters<typeof useLedgerKeys>[0]) => {
  useLedgerKeys(keys);
  return null;
};

const Empty = ({ over }: { over: boolean }) => {
  const t = useTranslations('mitigations');
  const key = useKeyHint('show-mitigations');
  const past = usePast();
  if (past !== undefined || over) return <p className="text-text-2">{t('nothing')}</p>;
  return (
    <p className="text-text-2">
      {key === undefined ? t('emptyNoKey') : t('empty', { key })} <QuickEntryHint line={t('emptyCommand')} />
    </p>
  );
};
