import type { Incident } from '@sitrep/shared/incidents/state';
import type { Plan } from '@sitrep/shared/mitigations/events';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import type { Outcome } from '@sitrep/shared/mitigations/values';
import type { Collisions } from '@sitrep/shared/rooms/collisions';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { ApproveDialog } from './approve-dialog.tsx';
import { FinishDialog, ObjectDialog, RejectDialog, VerifyDialog } from './deed-dialogs.tsx';
import { LedgerDialog } from './ledger-dialog.tsx';
import { AmendDialog, ProposeDialog } from './plan-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';

type OfOne = 'approve' | 'reject' | 'object' | 'finish' | 'amend' | Outcome;

/** What is asked about just now; one dialog at a time. */
export type Asked =
  | { readonly is: 'propose'; readonly from?: Plan }
  | { readonly is: 'record' }
  | { readonly is: 'ledger' }
  | { readonly is: OfOne; readonly id: Mitigation['id'] };

type Props = {
  asked: Asked;
  incident: Incident;
  parts: RoomParts;
  collisionsOf: (mitigation: Mitigation) => Collisions;
  onClose: () => void;
};

export const OpenDialog = ({ asked, incident, parts, collisionsOf, onClose }: Props) => {
  const { items } = parts.mitigations;
  const form = { incident, hypotheses: parts.hypotheses.items, onClose };
  if (asked.is === 'propose') return <ProposeDialog {...form} from={asked.from} />;
  if (asked.is === 'record') return <RecordDialog incident={incident} onClose={onClose} />;
  if (asked.is === 'ledger') return <LedgerDialog items={items} onClose={onClose} />;
  const mitigation = items.find(({ id }) => id === asked.id);
  if (mitigation === undefined) return null;
  const deed = { incident, mitigation, onClose };
  switch (asked.is) {
    case 'amend':
      return <AmendDialog {...form} mitigation={mitigation} />;
    case 'approve':
      return <ApproveDialog {...deed} collisions={collisionsOf(mitigation)} />;
    case 'reject':
      return <RejectDialog {...deed} />;
    case 'object':
      return <ObjectDialog {...deed} />;
    case 'finish':
      return <FinishDialog {...deed} />;
    case 'effective':
    case 'ineffective':
    case 'rolled-back':
      return <VerifyDialog {...deed} outcome={asked.is} />;
  }
};
