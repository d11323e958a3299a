import type { Incident } from '@sitrep/shared/incidents/state';
import { SEVERITIES, type Severity } from '@sitrep/shared/incidents/values';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { Menu } from '../../../ui/menu.tsx';
import { SeverityMark } from '../../../ui/severity-mark.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { useChangeTitle } from '../../../widgets/change-mark.tsx';
import { useGate } from '../../../widgets/gate.ts';
import { SeverityLabel } from '../../../widgets/severity.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { DecisionDialog } from '../../../widgets/decision-dialog.tsx';

export const SEVERITY_MENU = 'severity-menu';

export const SeverityMenu = ({ incident, pending }: { incident: Incident; pending: boolean }) => {
  const t = useTranslations('incident');
  const words = useTranslations('words');
  const [lowerTo, setLowerTo] = useState<Severity>();
  const change = useCommand('incident.change-severity');
  const gate = useGate('incident.respond', { holders: incident.roles });
  const changed = useChangeTitle('severity', incident.lastChanges.severity);
  if (incident.status === 'closed') return <SeverityLabel severity={incident.severity} />;

  const choose = (severity: Severity): void => {
    if (severity > incident.severity) setLowerTo(severity);
    else if (severity < incident.severity) change.mutate({ incidentId: incident.id, severity });
  };
  return (
    <>
      <Menu
        label={t('header.changeSeverity', { severity: words('severity', { severity: incident.severity }) })}
        button={{ variant: 'quiet', blocked: gate, id: SEVERITY_MENU, className: '!px-1.5 !text-text', ...changed }}
        trigger={
          <>
            <SeverityMark severity={incident.severity} size={24} />
            {/* Shape and digit say it too, where there is room for nothing more. */}
            <span className="figures font-semibold max-[23rem]:sr-only">
              {words('severity', { severity: incident.severity })}
            </span>
            {pending || change.isPending ? <Spinner /> : null}
          </>
        }
        items={SEVERITIES.map((severity) => ({
          id: String(severity),
          label: words('severity', { severity }),
          hint: words(`severityMeaning.sev${severity}`),
          icon: <SeverityMark severity={severity} size={18} />,
          checked: severity === incident.severity,
          shortcut: String(severity),
          onSelect: () => choose(severity),
        }))}
      />
      {lowerTo === undefined ? (
        <InlineProblem problem={change.error} onDismiss={change.reset} />
      ) : (
        <DecisionDialog
          title={t('severityReason.title', { severity: lowerTo })}
          description={t('severityReason.description', { from: incident.severity })}
          button={t('severityReason.button', { severity: lowerTo })}
          blocked={gate}
          busy={change.isPending}
          problem={change.error}
          onClose={() => {
            setLowerTo(undefined);
            change.reset();
          }}
          onSubmit={(reason) =>
            change.mutate(
              { incidentId: incident.id, severity: lowerTo, reason },
              { onSuccess: () => setLowerTo(undefined) },
            )
          }
        />
      )}
    </>
  );
};
