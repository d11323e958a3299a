import type { Incident } from '@sitrep/shared/incidents/state';
import type { RunningClock } from '@sitrep/shared/rooms/clocks/running-clock';
import { DeferDialog } from './defer-dialog.tsx';
import { EscalateDialog, StandDownDialog } from './escalate-dialog.tsx';

/** What was asked for where the clocks are listed. */
export type Asked = { readonly defer: RunningClock } | 'escalate' | 'stand-down';

type Props = { incident: Incident; asked: Asked | undefined; onClose: () => void };

/** Outside of what lists them: it closes when one of these opens. */
export const AskedDialog = ({ incident, asked, onClose }: Props) => {
  if (asked === undefined) return null;
  if (asked === 'escalate') return <EscalateDialog incident={incident} onClose={onClose} />;
  if (asked === 'stand-down') return <StandDownDialog incident={incident} onClose={onClose} />;
  return <DeferDialog incident={incident} clock={asked.defer} onClose={onClose} />;
};
