import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useCallback, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { showToast } from '../../ui/toast.ts';
import { useProblemWords } from '../../widgets/problem.tsx';

export type Halting = {
  /** Of the one that is on its way. */
  readonly id: Mitigation['id'] | undefined;
  readonly halt: (mitigation: Mitigation) => void;
};

/** Asks nothing: what is halted too early is proposed anew, what is halted too late is not. */
export const useHalt = ({ id: incidentId }: Incident): Halting => {
  const t = useTranslations('mitigations.halt');
  const words = useProblemWords();
  const { mutateAsync } = useCommand('mitigation.halt');
  const [id, setId] = useState<Mitigation['id']>();
  const halt = useCallback(
    ({ id: mitigationId, number, plan }: Mitigation) => {
      setId(mitigationId);
      void mutateAsync({ incidentId, mitigationId })
        .then(
          () => showToast({ title: t('halted', { number, title: plan.title }) }),
          (problem: Error) => showToast({ title: words(problem), tone: 'alarm' }),
        )
        .finally(() => setId(undefined));
    },
    [incidentId, mutateAsync, t, words],
  );
  return { id, halt };
};
