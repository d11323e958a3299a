import type { Incident } from '@sitrep/shared/incidents/state';
import { isPublishing, type Publishing, type Updates } from '@sitrep/shared/updates/state';
import { HOLD_WINDOW_MS } from '@sitrep/shared/updates/values';
import { Hand } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useServerNow } from '../../live/use-server-now.ts';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useGate } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { AudienceIcon } from './audience-mark.tsx';

/** What is about to leave, for all to see; over the room, so that nothing moves for ten seconds and back. */
export const LeavingBars = ({ incident, updates }: { incident: Incident; updates: Updates }) => {
  const t = useTranslations('updates');
  const leaving = updates.items.filter(isPublishing);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {leaving.map(({ audience }) => t(`leavingSaid.${audience}`)).join(' ')}
      </p>
      {leaving.length === 0 ? null : (
        <div className="relative z-20">
          <div className="absolute inset-x-0 top-0 shadow-popup">
            {leaving.map((update) => (
              <LeavingBar key={`${update.id}-${update.leavesAt}`} incident={incident} update={update} />
            ))}
          </div>
        </div>
      )}
    </>
  );
};

const BANDS = {
  internal: 'bg-raised text-text',
  external: 'bg-accent-bg text-text',
} as const;

const LeavingBar = ({ incident, update }: { incident: Incident; update: Publishing }) => {
  const t = useTranslations('updates');
  const actor = useActorNames();
  const now = useServerNow(1_000);
  const hold = useCommand('update.hold');
  const blocked = useGate('update.write', { holders: incident.roles });
  const { audience, content, leavesAt, by } = update;
  const seconds = Math.max(0, Math.ceil((leavesAt - now) / 1_000));
  return (
    <div className={classNames('border-b border-border-strong', BANDS[audience])}>
      <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1">
        <AudienceIcon audience={audience} size={16} />
        <span role="timer" aria-live="off" className="figures font-medium whitespace-nowrap">
          {seconds === 0 ? t(`leavingNow.${audience}`) : t(`leaving.${audience}`, { seconds })}
        </span>
        <span className="min-w-0 flex-1 basis-40 truncate text-text-2">
          {actor(by)}: {content.text}
        </span>
        {seconds === 0 ? null : (
          <Button
            icon={<Hand size={16} aria-hidden />}
            blocked={blocked}
            busy={hold.isPending}
            onClick={() => hold.mutate({ incidentId: incident.id, updateId: update.id })}
          >
            {t('hold')}
          </Button>
        )}
      </div>
      <ProblemLine problem={hold.error} />
      <div aria-hidden className="h-0.5 bg-border">
        <div
          className="h-full bg-accent"
          style={{ width: `${Math.min(100, Math.max(0, ((leavesAt - now) / HOLD_WINDOW_MS) * 100))}%` }}
        />
      </div>
    </div>
  );
};
