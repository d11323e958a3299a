import type { Incident } from '@sitrep/shared/incidents/state';
import type { MitigationId } from '@sitrep/shared/kernel/ids';
import { standingObjections, type Mitigation, type Objection } from '@sitrep/shared/mitigations/state';
import type { Collisions } from '@sitrep/shared/rooms/collisions';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useGate } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { CollisionWarning } from './card-facts.tsx';

type Props = { incident: Incident; mitigation: Mitigation; collisions: Collisions; onClose: () => void };

/** What whoever approves has before their eyes: it goes with the approval. */
type Seen = { revision: number; objections: readonly Objection[]; collisions: Collisions };

const seenNow = ({ mitigation, collisions }: Props): Seen => ({
  revision: mitigation.revision,
  objections: standingObjections(mitigation),
  collisions,
});

const collidingIds = ({ mitigations }: Collisions): MitigationId[] =>
  mitigations.map(({ mitigation }) => mitigation.id);

export const ApproveDialog = (props: Props) => {
  const { incident, mitigation, onClose } = props;
  const t = useTranslations('mitigations.approve');
  const common = useTranslations('common');
  const approve = useCommand('mitigation.approve');
  const blocked = useGate('mitigation.decide', { holders: incident.roles });
  const [opened, setOpened] = useState<Seen | undefined>(() => seenNow(props));
  // What came meanwhile is shown with the refusal: the next press is about that.
  const seen = opened ?? seenNow(props);
  const [note, setNote] = useState('');
  const { number, plan } = mitigation;
  const clear = seen.objections.length === 0 && seen.collisions.mitigations.length === 0;
  const send = (): void => {
    if (blocked !== undefined || approve.isPending) return;
    approve.mutate(
      {
        incidentId: incident.id,
        mitigationId: mitigation.id,
        note,
        revision: seen.revision,
        objections: seen.objections.map(({ id }) => id),
        collisions: collidingIds(seen.collisions),
      },
      { onSuccess: onClose, onError: () => setOpened(undefined) },
    );
  };
  return (
    <Dialog title={t('title', { number, title: plan.title })} size="small" onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {clear ? <p className="text-text-2">{t('clear')}</p> : null}
        <SeenObjections objections={seen.objections} />
        <CollisionWarning collisions={seen.collisions} />
        <TextField
          label={t('note')}
          hint={t('noteHint')}
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemLine problem={approve.error} />
        <DialogActions>
          <Button onClick={onClose} {...(clear ? {} : { 'data-autofocus': '' })}>
            {common('cancel')}
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={approve.isPending}
            blocked={blocked}
            {...(clear ? { 'data-autofocus': '' } : {})}
          >
            {t(clear ? 'button' : 'buttonDespite')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const SeenObjections = ({ objections }: { objections: readonly Objection[] }) => {
  const t = useTranslations('mitigations');
  const actor = useActorNames();
  if (objections.length === 0) return null;
  return (
    <div>
      <p className="text-dense font-medium">{t('approve.objections', { count: objections.length })}</p>
      <ul className="grid gap-1">
        {objections.map(({ id, by, reason }) => (
          <li key={id} className="border-l-2 border-sev1-fg pl-2 text-dense">
            <span className="font-medium text-sev1-fg">{t('objection', { name: actor(by) })}</span> {reason}
          </li>
        ))}
      </ul>
    </div>
  );
};
