import type { Incident } from '@sitrep/shared/incidents/state';
import type { Roster } from '@sitrep/shared/roster/state';
import { TriangleAlert, UserRoundPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePerson } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { useAriaKeys, useKeyHint } from '../../../ui/keys.ts';
import { Popover } from '../../../ui/popover.tsx';
import { useGate, useWritingGate } from '../../../widgets/gate.ts';
import { PersonChip } from '../../../widgets/person.tsx';
import { InlineProblem } from './inline-problem.tsx';
import { RoleEditor } from './role-editor.tsx';

type Props = { incident: Incident; roster: Roster };

/** The loudest thing in the room, and the way out of it in one. */
export const NoCommander = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const take = useCommand('incident.take-role');
  const blocked = useGate('incident.take-role', { holders: incident.roles });
  const offline =
    useWritingGate('incident.take-role', { holders: incident.roles }) === undefined && blocked !== undefined;
  const hint = useKeyHint('take-command');
  const ariaKeys = useAriaKeys('take-command');
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-x-1 room:flex-nowrap">
      <Button
        variant="alarm"
        // As loud for whoever may only look; without a connection nobody is asked for what cannot be done.
        className={classNames(
          '!font-semibold max-[23rem]:!gap-1 max-[23rem]:!px-1.5 room:!text-dense',
          offline
            ? '!border-dashed !border-sev1-fg !bg-surface !text-sev1-fg'
            : '!border-transparent !bg-sev1 !text-on-sev1',
        )}
        aria-keyshortcuts={ariaKeys}
        blocked={blocked}
        busy={take.isPending}
        icon={<TriangleAlert size={16} aria-hidden />}
        onClick={() => take.mutate({ incidentId: incident.id, role: 'commander' })}
      >
        <span>{t('noCommander')}</span>
        <span className="border-l border-current/50 pl-2 font-medium">
          {t('takeCommand')}
          {hint === undefined ? null : (
            <span className="max-[23rem]:hidden room:max-wide:hidden pointer-coarse:hidden"> ({hint})</span>
          )}
        </span>
      </Button>
      <GiveCommand incident={incident} roster={roster} />
      <InlineProblem problem={take.error} onDismiss={take.reset} />
    </span>
  );
};

/** Beside the way that is taken first: to give it to somebody, and who had it. */
const GiveCommand = ({ incident, roster }: Props) => {
  const t = useTranslations('incident.roles');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const { commander } = incident.roles;
  const person = usePerson(commander);
  const role = words('role.commander');
  return (
    <>
      <Popover
        label={
          commander === undefined
            ? t('slotEmpty', { role })
            : t('slot', { role, holder: person?.name ?? common('somebody') })
        }
        popup="dialog"
        className="w-80"
        button={{ variant: 'quiet', className: '!px-1.5' }}
        trigger={<UserRoundPlus size={16} aria-hidden />}
      >
        {({ close }) => <RoleEditor incident={incident} roster={roster} incidentRole="commander" onDone={close} />}
      </Popover>
      {commander === undefined ? null : (
        <span className="text-dense text-text-2">
          <PersonChip id={commander} size={20} />
        </span>
      )}
    </>
  );
};
