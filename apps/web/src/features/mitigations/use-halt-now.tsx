import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigations } from '@sitrep/shared/mitigations/state';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { showToast } from '../../ui/toast.ts';
import { useGate } from '../../widgets/gate.ts';
import { HaltChooser } from './halt-chooser.tsx';
import { running } from './ledger-view.ts';
import { useHalt } from './use-halt.ts';

type HaltNow = {
  readonly halt: () => void;
  readonly blocked: string | undefined;
  readonly busy: boolean;
  /** Asks which, where there are several; to be rendered. */
  readonly chooser: ReactNode;
};

/** Halts what is being executed; says why where that cannot be. */
export const useHaltNow = (incident: Incident, mitigations: Mitigations): HaltNow => {
  const t = useTranslations('mitigations.halt');
  const blocked = useGate('mitigation.decide', { holders: incident.roles });
  const { id, halt } = useHalt(incident);
  const [choosing, setChoosing] = useState(false);
  const now = running(mitigations.items);
  return {
    blocked,
    busy: id !== undefined,
    halt: () => {
      const [first] = now;
      if (blocked !== undefined) showToast({ id: 'why', title: blocked });
      else if (first === undefined) showToast({ id: 'why', title: t('none') });
      else if (now.length === 1) halt(first);
      else setChoosing(true);
    },
    chooser:
      choosing && now.length > 0 ? (
        <HaltChooser
          running={now}
          onChoose={(mitigation) => {
            setChoosing(false);
            halt(mitigation);
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null,
  };
};
