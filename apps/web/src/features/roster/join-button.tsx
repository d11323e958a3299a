import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { useOffered } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';

type Props = { incident: Incident; roster: Roster };

/** In one press in or out; nothing for whoever may only look. */
export const JoinButton = ({ incident, roster }: Props) => {
  const t = useTranslations('roster.people');
  const me = useMe();
  const join = useCommand('responder.join');
  const leave = useCommand('responder.leave');
  const offered = useOffered('incident.respond', { holders: incident.roles });
  if (!offered || incident.status === 'closed') return null;
  const isIn = roster.responders.some(({ userId }) => userId === me.id);
  // Whoever holds a role is in it by that.
  if (!isIn && Object.values(incident.roles).includes(me.id)) return null;
  const target = { incidentId: incident.id, userId: me.id };
  return isIn ? (
    <Button variant="quiet" onClick={() => leave.mutate(target)}>
      {t('leave')}
    </Button>
  ) : (
    <Button onClick={() => join.mutate(target)}>{t('join')}</Button>
  );
};
