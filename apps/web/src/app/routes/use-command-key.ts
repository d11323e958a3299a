import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { useTranslations } from 'use-intl';
import { commandKey } from '../../features/roster/command-key.ts';
import { usePeople } from '../../live/react.tsx';
import { useAnyCommand } from '../../live/use-command.ts';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { useIsActive } from '../../widgets/person.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';

/** Takes command by a key, or accepts what is offered; where that cannot be, says why: a key that does nothing seems broken. */
export const useCommandKey = (
  incident: Incident | undefined,
  roster: Roster,
  say: (text: string) => void,
): (() => void) => {
  const t = useTranslations('incident.room');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  const command = useAnyCommand();
  const blocked = useGate('incident.take-role');
  const problemWords = useProblemWords();
  return () => {
    if (incident === undefined || command.isPending) return;
    const key = commandKey({ incident, roster, me: me.id, isActive });
    if (key.does === 'say') {
      if (key.why === 'closed') say(t('closedAlready'));
      else if (!('holder' in key)) say(t('youCommand'));
      else say(t('theyCommand', { name: people.get(key.holder)?.name ?? common('somebody') }));
      return;
    }
    if (blocked !== undefined) return say(blocked);
    const type = key.does === 'accept' ? 'role.accept' : 'incident.take-role';
    const role = key.does === 'accept' ? key.role : 'commander';
    command.mutate(
      { type, command: { incidentId: incident.id, role } },
      { onError: (problem) => say(problemWords(problem)) },
    );
  };
};
