import type { Incident } from '@sitrep/shared/incidents/state';
import { needsAnother } from '@sitrep/shared/updates/decide-publishing';
import { lastTold, type StatusUpdate, type Updates } from '@sitrep/shared/updates/state';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Differences } from '../../widgets/editing/differences.tsx';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { useActor } from '../../widgets/me.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { openUpdateComposer } from '../../widgets/update-composer.ts';
import { DecisionDialog } from '../../widgets/decision-dialog.tsx';
import { AudienceBand } from './audience-mark.tsx';
import { ChecksList } from './checks-list.tsx';
import { Authors } from './authors.tsx';
import { PublishButtons } from './publish-buttons.tsx';
import { UpdatePreview } from './update-preview.tsx';
import { useChecks } from './use-checks.ts';

type Props = {
  incident: Incident;
  updates: Updates;
  update: StatusUpdate;
  onDecided?: (() => void) | undefined;
  /** Within a dialog, which has the title. */
  inDialog?: boolean;
};

/** What commander and deputy decide on: who wrote it, what customers would read, what stands out, what is new. */
export const ApprovalCard = ({ incident, updates, update, onDecided, inDialog = false }: Props) => {
  const t = useTranslations('updates');
  const holders = { holders: incident.roles };
  const decides = useOffered('update.approve', holders);
  const offered = useOffered('update.write', holders);
  const findings = useChecks(incident, 'external', update.content);
  const last = lastTold(updates, 'external');
  const actor = useActor();
  const own = needsAnother(incident.severity) && update.revisedBy === actor.ref;
  return (
    <article
      aria-label={decides ? t('approval.title') : t('approval.waits')}
      className={classNames(
        'overflow-clip',
        !inDialog && 'rounded-m border',
        !inDialog && (decides ? 'border-2 border-accent' : 'border-border-strong'),
      )}
    >
      <AudienceBand audience="external" className={inDialog ? '-mt-3' : 'border-0'} />
      <div className={classNames('grid gap-2.5', inDialog ? 'pt-3' : 'p-3')}>
        <div>
          {inDialog ? null : <h3 className="font-semibold">{decides ? t('approval.title') : t('approval.waits')}</h3>}
          <Authors update={update} />
        </div>
        <div className="rounded-s border border-border bg-raised p-2">
          <UpdatePreview incident={incident} audience="external" content={update.content} findings={findings} />
        </div>
        <ChecksList text={update.content.text} findings={findings} />
        {last === undefined ? null : (
          <details>
            <summary className="target cursor-pointer py-1 text-dense text-text-2">{t('approval.difference')}</summary>
            <Differences from={last.content.text} to={update.content.text} show="both" />
          </details>
        )}
        {decides && !own ? <Verdict incident={incident} update={update} onDecided={onDecided} /> : null}
        {decides && own ? <p className="text-dense text-text-2">{t('approval.ownText')}</p> : null}
        {offered && (own || !decides) ? <PublishButtons incident={incident} updates={updates} update={update} /> : null}
      </div>
    </article>
  );
};

const Verdict = ({ incident, update, onDecided }: Omit<Props, 'updates'>) => {
  const t = useTranslations('updates.approval');
  const all = useTranslations('updates');
  const approve = useCommand('update.approve');
  const changes = useCommand('update.request-changes');
  const gate = useGate('update.approve', { holders: incident.roles });
  const [asking, setAsking] = useState(false);
  const about = { incidentId: incident.id, updateId: update.id };
  const changed = (): void => {
    setAsking(false);
    onDecided?.();
  };
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          blocked={gate}
          busy={approve.isPending}
          onClick={() =>
            approve.mutate(
              { ...about, revision: update.revision },
              onDecided === undefined ? {} : { onSuccess: onDecided },
            )
          }
        >
          {t('approve')}
        </Button>
        <Button blocked={gate} onClick={() => setAsking(true)}>
          {t('changes')}
        </Button>
        <IconButton
          label={all('edit')}
          blocked={gate}
          icon={<Pencil size={16} aria-hidden />}
          onClick={() => {
            openUpdateComposer({ incidentId: incident.id, audience: 'external', updateId: update.id });
            onDecided?.();
          }}
        />
      </div>
      <ProblemLine problem={approve.error} />
      {asking ? (
        <DecisionDialog
          title={t('changesTitle')}
          description={t('changesMeaning')}
          button={t('changesButton')}
          blocked={gate}
          busy={changes.isPending}
          problem={changes.error}
          onSubmit={(reason) => changes.mutate({ ...about, reason }, { onSuccess: changed })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};
