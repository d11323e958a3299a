import type { Checklist } from '@sitrep/shared/checklists/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { ListChecks, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useSettings } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { useGate } from '../../widgets/gate.ts';
import { useProblemWords } from '../../widgets/problem.tsx';
import { startable } from './fold.ts';

type Props = { incidentId: IncidentId; checklists: readonly Checklist[] };

/** Those of other severities and phases, for whoever wants one all the same. */
export const StartMenu = ({ incidentId, checklists }: Props) => {
  const t = useTranslations('checklists');
  const words = useTranslations('words');
  const problem = useProblemWords();
  const { values } = useSettings();
  const start = useCommand('checklist.start');
  const gate = useGate('incident.respond');
  const offered = startable(values.checklists, checklists);
  return (
    <Menu
      label={t('start')}
      trigger={<Plus size={14} aria-hidden />}
      button={{
        variant: 'quiet',
        className: 'min-w-7 !px-1.5 pointer-coarse:min-w-11',
        blocked: gate ?? (offered.length === 0 ? t('allStarted') : undefined),
        busy: start.isPending,
      }}
      items={offered.map(({ id, title, phase, severities }) => ({
        id,
        label: title,
        icon: <ListChecks size={16} aria-hidden />,
        hint: `${severities.map((severity) => words('severity', { severity })).join(', ')} ${t(`phase.${phase}`)}`,
        onSelect: () =>
          start.mutate(
            { incidentId, checklistId: id },
            { onError: (error) => showToast({ id: 'why', title: problem(error) }) },
          ),
      }))}
    />
  );
};
