import type { Incident } from '@sitrep/shared/incidents/state';
import type { Collisions } from '@sitrep/shared/rooms/collisions';
import { standingObjections, type Mitigation } from '@sitrep/shared/mitigations/state';
import { mayDo } from '@sitrep/shared/mitigations/status-moves';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWritingGate } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago } from '../../widgets/times.tsx';
import { useMe } from '../../widgets/me.ts';
import { useLeads } from './use-leads.ts';
import { useTell } from './use-tell.ts';

type Props = { incident: Incident; mitigation: Mitigation };

/** What stands against it, word by word: nobody approves past an objection without having read it. */
export const Objections = ({ incident, mitigation }: Props) => {
  const t = useTranslations('mitigations');
  const actor = useActorNames();
  const me = useMe();
  const leads = useLeads(incident);
  const withdraw = useTell('mitigation.withdraw-objection');
  const blocked = useWritingGate('incident.respond');
  const standing = standingObjections(mitigation);
  const open = mayDo('withdraw-objection', mitigation) && incident.status !== 'closed';
  if (standing.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {standing.map(({ id, by, reason }) => {
        const name = actor(by);
        return (
          <li
            key={id}
            className={classNames('border-l-2 pl-2 text-dense', open ? 'border-sev1-fg' : 'border-border-strong')}
          >
            <span className={classNames('font-medium', open && 'text-sev1-fg')}>{t('objection', { name })}</span>{' '}
            {reason}
            {open && blocked === undefined && (leads || by === `user/${me.id}`) ? (
              <Button
                variant="quiet"
                aria-label={t('withdrawObjectionOf', { name })}
                className="relative !min-h-6 !px-1 !py-0 !text-meta underline"
                onClick={() => withdraw({ incidentId: incident.id, mitigationId: mitigation.id, objectionId: id })}
              >
                {t('withdrawObjection')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};

/** Who else is at the same service, before somebody says yes. */
export const CollisionWarning = ({ collisions: { mitigations, changes } }: { collisions: Collisions }) => {
  const t = useTranslations('mitigations');
  const words = useTranslations('words.mitigation');
  if (mitigations.length === 0 && changes.length === 0) return null;
  return (
    <div className="grid gap-1 rounded-m border border-sev3-fg bg-sev3-bg p-2 text-dense">
      {mitigations.length === 0 ? null : (
        <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-1.5">
          <TriangleAlert size={14} aria-hidden className="mt-0.5 text-sev3-fg" />
          <div>
            <p className="font-medium text-sev3-fg">{t('collides')}</p>
            <ul className="grid gap-1">
              {mitigations.map(({ mitigation: { id, number, plan, status }, services }) => (
                <li key={id}>
                  {t('collision', {
                    number,
                    title: plan.title,
                    status: words(status).toLowerCase(),
                    services: services.join(', '),
                  })}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {changes.length === 0 ? null : (
        <ul className="grid gap-1">
          {changes.map(({ entryId, service, text, happenedAt }) => (
            <li key={entryId}>
              <span className="text-text-2">{t('change', { service })}</span>{' '}
              <a href={`#entry-${entryId}`} className="underline">
                {text.length > 120 ? `${text.slice(0, 119)}…` : text}
              </a>
              , <Ago at={happenedAt} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
