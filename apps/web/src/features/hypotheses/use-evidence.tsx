import { Scale } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../live/live-client.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { useOffered, useWritingGate } from '../../widgets/gate.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { inOrder } from './in-order.ts';
import type { Seen, TextOf } from './seen.ts';

type Taken = {
  /** For the menu of an entry. Stays identical while nothing about it changes, since every row has one. */
  readonly items: (entry: RoomEntry) => readonly MenuItem[];
  readonly dialog: ReactNode;
};

const none: Taken['items'] = () => [];

/** Entries of the timeline that are taken as evidence. */
export const useEvidence = ({ incident, parts }: Omit<Seen, 'entries'>, textOf: TextOf): Taken => {
  const t = useTranslations('hypotheses.evidenceDialog');
  const [entry, setEntry] = useState<RoomEntry>();
  const blocked = useWritingGate('incident.respond');
  const offered = useOffered('incident.respond') && incident.status !== 'closed';
  const { underway, confirmed, ruledOut } = inOrder(parts.hypotheses);
  const hypotheses = [...underway, ...confirmed, ...ruledOut];
  const nothing = hypotheses.length === 0;
  const items = useCallback(
    (of: RoomEntry): readonly MenuItem[] => {
      const retracted = of.origin === 'written' && of.retracted !== undefined;
      const why = retracted ? t('retracted') : nothing ? t('none') : undefined;
      return [
        {
          id: 'evidence',
          label: t('item'),
          icon: <Scale size={16} aria-hidden />,
          blocked: blocked ?? why,
          onSelect: () => setEntry(of),
        },
      ];
    },
    [t, blocked, nothing],
  );
  return {
    items: offered ? items : none,
    dialog:
      entry === undefined || nothing ? null : (
        <EvidenceDialog
          incidentId={incident.id}
          entryId={entry.id}
          text={textOf(entry)}
          hypotheses={hypotheses}
          onClose={() => setEntry(undefined)}
        />
      ),
  };
};
