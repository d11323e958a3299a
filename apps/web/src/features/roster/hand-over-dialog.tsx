import type { Incident } from '@sitrep/shared/incidents/state';
import { openOffer, type Roster } from '@sitrep/shared/roster/state';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { assignable, useIsActive } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { SuccessorField } from './successor-field.tsx';
import { successors } from './successors.ts';

type Props = {
  incident: Incident;
  roster: Roster;
  onClose: () => void;
  /** What the successor is going to read. */
  children?: ReactNode;
};

/** Who commands next. They have to accept; until then nothing moves. */
export const HandOverDialog = ({ incident, roster, onClose, children }: Props) => {
  const t = useTranslations('roster.handOver');
  const common = useTranslations('common');
  const me = useMe();
  const { people } = usePeople();
  const isActive = useIsActive();
  const offer = useCommand('role.offer');
  const blocked = useGate('incident.assign-role');
  const all = successors({ incident, roster, people: assignable(people), me: me.id });
  const [chosen, setChosen] = useState(all[0]?.is === 'deputy' ? all[0].person.id : undefined);
  const name = chosen === undefined ? undefined : people.get(chosen)?.name;
  const waits = openOffer(roster, 'commander', isActive);
  const own = incident.roles.commander === me.id;
  return (
    <Dialog
      title={t(own ? 'title' : 'titleOffer')}
      description={t(own ? 'description' : 'descriptionOffer')}
      size={children === undefined ? 'small' : 'wide'}
      onClose={onClose}
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen === undefined || blocked !== undefined) return;
          offer.mutate({ incidentId: incident.id, role: 'commander', userId: chosen }, { onSuccess: onClose });
        }}
      >
        <div className={children === undefined ? 'grid gap-4' : 'grid gap-4 sm:grid-cols-[16rem_minmax(0,1fr)]'}>
          <SuccessorField all={all} chosen={chosen} onChoose={setChosen} />
          {children}
        </div>
        {waits === undefined ? null : (
          <p className="text-text-2">{t('waits', { name: people.get(waits.to)?.name ?? common('somebody') })}</p>
        )}
        <ProblemLine problem={offer.error} />
        <DialogActions>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={offer.isPending}
            blocked={blocked ?? (name === undefined ? t('choose') : undefined)}
          >
            {name === undefined ? t('askNobody') : t('ask', { name })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
