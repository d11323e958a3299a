import type { Incident } from '@sitrep/shared/incidents/state';
import type { Situation } from '@sitrep/shared/situation/state';
import { Megaphone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { Ago } from '../../widgets/times.tsx';
import { useRespond } from './use-respond.ts';

/** Only while somebody expects it; it is set in the menu of the room. */
export const AttentionPanel = ({ incident, situation }: { incident: Incident; situation: Situation }) => {
  const t = useTranslations('situation.attention');
  const actor = useActorNames();
  const set = useCommand('situation.set-attention');
  const { gate, editable } = useRespond(incident);
  const { attention } = situation;
  if (attention === undefined) return null;
  return (
    <Panel title={t('title')}>
      <p className="flex items-start gap-1.5">
        <Megaphone size={16} aria-hidden className="mt-0.5 shrink-0 text-sev2-fg" />
        <span className="min-w-0 break-words">{attention.reason ?? t('expected')}</span>
      </p>
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <p className="text-meta text-text-2">
          {actor(attention.by)}, <Ago at={attention.at} />
        </p>
        {editable ? (
          <Button
            variant="quiet"
            className="-ml-1.5 !px-1.5 text-dense"
            blocked={gate}
            busy={set.isPending}
            onClick={() => set.mutate({ incidentId: incident.id, expected: false })}
          >
            {t('over')}
          </Button>
        ) : null}
      </div>
      <ProblemLine problem={set.error} />
    </Panel>
  );
};
