import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useCommand } from '../../live/use-command.ts';
import { showToast } from '../../ui/toast.ts';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { useProblemWords } from '../../widgets/problem.tsx';
import type { MenuAction } from './ledger-view.ts';
import type { Asked } from './open-dialog.tsx';
import { useHalt } from './use-halt.ts';
import { useTell } from './use-tell.ts';

type Act = (action: MenuAction, mitigation: Mitigation) => void;

/** Some ask first, some happen at once. */
export const useActions = (
  incident: Incident,
  ask: (asked: Asked) => void,
): { act: Act; busyOf: (mitigation: Mitigation) => MenuAction | undefined } => {
  const words = useProblemWords();
  const start = useCommand('mitigation.start');
  const withdraw = useTell('mitigation.withdraw');
  const halting = useHalt(incident);
  const decides = useGate('mitigation.decide', { holders: incident.roles });
  const responds = useWritingGate('incident.respond');
  const act: Act = (action, mitigation) => {
    const about = { incidentId: incident.id, mitigationId: mitigation.id };
    const unless = (why: string | undefined, run: () => void): void =>
      why === undefined ? run() : void showToast({ id: 'why', title: why });
    switch (action) {
      case 'start':
        return start.mutate(about, { onError: (problem) => showToast({ title: words(problem), tone: 'alarm' }) });
      case 'halt':
        return unless(decides, () => halting.halt(mitigation));
      case 'withdraw':
        return withdraw(about);
      case 'propose-again':
        return ask({ is: 'propose', from: mitigation.plan });
      case 'approve':
      case 'reject':
        return unless(decides, () => ask({ is: action, id: mitigation.id }));
      case 'object':
        return unless(responds, () => ask({ is: action, id: mitigation.id }));
      case 'amend':
      case 'finish':
      case 'effective':
      case 'ineffective':
      case 'rolled-back':
        return ask({ is: action, id: mitigation.id });
    }
  };
  const busyOf = ({ id }: Mitigation): MenuAction | undefined => {
    if (start.isPending && start.variables.mitigationId === id) return 'start';
    return halting.id === id ? 'halt' : undefined;
  };
  return { act, busyOf };
};
