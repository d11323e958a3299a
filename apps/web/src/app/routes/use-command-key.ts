import { activeHolder } from '@sitrep/shared/incidents/holders';
import type { Incident } from '@sitrep/shared/incidents/state';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { useIsActive } from '../../widgets/person.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';

/** Takes command by a key; where that cannot be, says why: a key that does nothing seems broken. */
export const useCommandKey = (incident: Incident | undefined, say: (text: string) => void): (() => void) => {
  const t = useTranslations('incident.room');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  const take = useCommand('incident.take-role');
  const blocked = useGate('incident.take-role');
  const problemWords = useProblemWords();
  return () => {
    if (incident === undefined || take.isPending) return;
    const holder = activeHolder(incident.roles, 'commander', isActive);
    if (incident.status === 'closed') say(t('closedAlready'));
    else if (holder === me.id) say(t('youCommand'));
    else if (holder !== undefined) say(t('theyCommand', { name: people.get(holder)?.name ?? common('somebody') }));
    else if (blocked !== undefined) say(blocked);
    else {
      take.mutate({ incidentId: incident.id, role: 'commander' }, { onError: (problem) => say(problemWords(problem)) });
    }
  };
};
