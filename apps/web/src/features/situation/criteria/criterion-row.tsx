import type { Incident } from '@sitrep/shared/incidents/state';
import type { Criterion } from '@sitrep/shared/situation/state';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../../live/use-command.ts';
import { CheckField } from '../../../ui/field.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { tip } from '../../../ui/tooltip.tsx';
import { LineForm } from '../../../widgets/line-form.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { localClock } from '../../../widgets/time-format.ts';
import { LateDelivery } from '../late-delivery.tsx';
import { useRespond } from '../use-respond.ts';

type Props = { incident: Incident; criterion: Criterion };

/** Ticked with Space; who ticked it is told on hover and to readers. */
export const CriterionRow = ({ incident, criterion }: Props) => {
  const t = useTranslations('situation.criteria');
  const common = useTranslations('common');
  const actor = useActorNames();
  /** The text that it is written over. */
  const [rewording, setRewording] = useState<string>();
  const meet = useCommand('situation.meet-criterion');
  const unmeet = useCommand('situation.unmeet-criterion');
  const reword = useCommand('situation.reword-criterion');
  const remove = useCommand('situation.remove-criterion');
  const { writing, editable } = useRespond(incident);
  const { id: criterionId, text, met } = criterion;
  const target = { incidentId: incident.id, criterionId };
  const row = useRef<HTMLLIElement>(null);
  // What had the focus went with the form: its row takes it.
  const endRewording = (): void => {
    setRewording(undefined);
    requestAnimationFrame(() => row.current?.querySelector('input')?.focus());
  };
  if (rewording !== undefined) {
    return (
      <li ref={row}>
        <LineForm
          label={t('rewordOf', { text })}
          text={rewording}
          maxLength={300}
          button={common('save')}
          blocked={writing}
          onSend={(next) => {
            reword.mutate({ ...target, text: next, base: rewording });
            endRewording();
          }}
          onClose={endRewording}
        />
      </li>
    );
  }
  const metBy = met === undefined ? undefined : t('metBy', { name: actor(met.by), time: localClock(met.at) });
  return (
    <li ref={row} className="group flex items-start gap-1" {...tip(metBy)}>
      <div className="min-w-0 flex-1">
        <CheckField
          checked={met !== undefined}
          disabled={!editable || writing !== undefined}
          onChange={() => (met === undefined ? meet : unmeet).mutate(target)}
          label={
            <span className={`break-words ${met === undefined ? '' : 'text-text-2'}`}>
              {text}
              {metBy === undefined ? null : <span className="sr-only"> ({metBy})</span>}
            </span>
          }
        />
        <LateDelivery incidentId={incident.id} id={criterion.id} />
      </div>
      {editable ? (
        <Menu
          label={t('actions', { text })}
          trigger={<Ellipsis size={14} aria-hidden />}
          items={[
            {
              id: 'reword',
              label: t('reword'),
              icon: <Pencil size={16} aria-hidden />,
              blocked: writing,
              onSelect: () => setRewording(text),
            },
            {
              id: 'remove',
              label: t('remove'),
              icon: <Trash2 size={16} aria-hidden />,
              blocked: writing,
              onSelect: () => remove.mutate(target),
            },
          ]}
          button={{
            variant: 'quiet',
            className:
              '!px-1.5 opacity-0 group-hover:opacity-100 group-focus-within:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100',
          }}
        />
      ) : null}
    </li>
  );
};
