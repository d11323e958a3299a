import type { Checklist, ChecklistStep } from '@sitrep/shared/checklists/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { RowMenu } from '../../ui/row-menu.tsx';
import { useWritingGate } from '../../widgets/gate.ts';
import { useActorNames } from '../../widgets/person.tsx';
import { SayDialog } from '../../widgets/say-dialog.tsx';
import { useAbsoluteWords } from '../../widgets/use-words-of-time.ts';

type Props = { incidentId: IncidentId; checklist: Checklist; step: ChecklistStep; editable: boolean };

export const StepRow = ({ incidentId, checklist, step, editable }: Props) => {
  const t = useTranslations('checklists');
  const id = useId();
  const actor = useActorNames();
  const [skipping, setSkipping] = useState(false);
  const tick = useCommand('checklist.tick');
  const untick = useCommand('checklist.untick');
  const skip = useCommand('checklist.skip');
  const blocked = useWritingGate('incident.respond');
  const { text, state } = step;
  const target = { incidentId, checklistId: checklist.id, stepId: step.id };
  const opening: MenuItem = { id: 'untick', label: t('untick'), blocked, onSelect: () => untick.mutate(target) };
  const ticking: MenuItem = { id: 'tick', label: t('tick'), blocked, onSelect: () => tick.mutate(target) };
  const leaving: MenuItem = {
    id: 'skip',
    label: t('skip'),
    blocked,
    shortcut: 's',
    onSelect: () => setSkipping(true),
  };
  const items = { open: [ticking, leaving], ticked: [opening], skipped: [ticking, opening] }[state];
  const isDisabled = !editable || blocked !== undefined;
  return (
    <li className="-mx-2 grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-2 rounded-m px-2 hover:bg-raised/60">
      {/* Around the box, so that it is not missed; its words stand beside it. */}
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control */}
      <label className="-mr-2 -ml-1 grid justify-start py-1 pr-2 pl-1 pointer-coarse:-ml-4 pointer-coarse:py-3.5 pointer-coarse:pl-4">
        <input
          id={id}
          type="checkbox"
          data-step={step.id}
          className="size-4 accent-accent"
          checked={state === 'ticked'}
          ref={(box) => {
            if (box !== null) box.indeterminate = state === 'skipped';
          }}
          aria-disabled={isDisabled ? true : undefined}
          title={blocked}
          onChange={() => {
            if (!isDisabled) (state === 'ticked' ? untick : tick).mutate(target);
          }}
        />
      </label>
      <div className="min-w-0">
        <label
          htmlFor={id}
          className={classNames(
            'block py-0.5 [overflow-wrap:anywhere] pointer-coarse:min-h-11 pointer-coarse:py-3',
            state !== 'open' && 'text-text-2',
            state === 'skipped' && 'line-through',
          )}
        >
          {text}
        </label>
        {step.state === 'skipped' ? (
          <p className="pb-1 text-dense [overflow-wrap:anywhere] text-text-2">
            {t('skippedBy', { name: actor(step.by), reason: step.reason })}
          </p>
        ) : null}
      </div>
      <span className="flex items-center">
        {step.state === 'ticked' ? <TickedBy name={actor(step.by)} at={step.at} /> : null}
        {editable ? <RowMenu label={t('stepMenu', { text })} items={items} /> : null}
      </span>
      {skipping ? (
        <SayDialog
          oneLine
          title={t('skipDialog.title')}
          description={text}
          label={t('skipDialog.field')}
          button={t('skipDialog.button')}
          missing={t('skipDialog.missing')}
          maxLength={500}
          blocked={blocked}
          onSay={(reason) => {
            skip.mutate({ ...target, reason });
            setSkipping(false);
          }}
          onClose={() => setSkipping(false)}
        />
      ) : null}
    </li>
  );
};

const TickedBy = ({ name, at }: { name: string; at: number }) => {
  const absolute = useAbsoluteWords();
  return (
    <span title={`${name}, ${absolute(at)}`} className="grid">
      <span className="sr-only">{name}</span>
      <Avatar name={name} size={16} />
    </span>
  );
};
