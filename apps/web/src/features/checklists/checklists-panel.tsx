import type { Checklist } from '@sitrep/shared/checklists/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOffered } from '../../widgets/gate.ts';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { inPhases, isUnfolded, progressOf } from './fold.ts';
import { StartMenu } from './start-menu.tsx';
import { StepRow } from './step-row.tsx';

type Props = { incident: Incident; parts: Pick<RoomParts, 'checklists'> };

/** What must not be forgotten in each phase. */
export const ChecklistsPanel = ({ incident, parts }: Props) => {
  const t = useTranslations('checklists');
  const panel = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const editable = useOffered('incident.respond') && incident.status !== 'closed';
  const checklists = inPhases(parts.checklists.items);
  useKeys([{ id: 'show-checklists', run: () => firstStepIn(panel.current)?.focus() }]);
  return (
    <Panel
      title={t('title')}
      actions={editable ? <StartMenu incidentId={incident.id} checklists={checklists} /> : null}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={panel} onKeyDown={onStepKey}>
        {checklists.length === 0 ? <Empty editable={editable} /> : null}
        {checklists.map((checklist) => {
          const open = isUnfolded(checklist, incident.status, chosen);
          return (
            <Section
              key={checklist.id}
              incident={incident}
              checklist={checklist}
              open={open}
              editable={editable}
              onToggle={() => setChosen(new Map(chosen).set(checklist.id, !open))}
            />
          );
        })}
      </div>
    </Panel>
  );
};

type SectionProps = {
  incident: Incident;
  checklist: Checklist;
  open: boolean;
  editable: boolean;
  onToggle: () => void;
};

const Section = ({ incident, checklist, open, editable, onToggle }: SectionProps) => {
  const t = useTranslations('checklists');
  const id = useId();
  const progress = progressOf(checklist);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <section>
      <h3>
        <Button
          variant="quiet"
          wide
          className="-mx-1 w-[calc(100%+0.5rem)]! justify-start! gap-1! bg-transparent! px-1! text-dense!"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <Chevron size={14} aria-hidden className="shrink-0" />
          <span className="min-w-0 flex-1 truncate text-left" title={checklist.title}>
            <span className="font-medium text-text">{t(`phase.${checklist.phase}`)}</span> {checklist.title}
          </span>
          <span className="figures shrink-0" title={t('progressLabel', progress)}>
            <span aria-hidden="true">{t('progress', progress)}</span>
            <span className="sr-only">{t('progressLabel', progress)}</span>
          </span>
        </Button>
      </h3>
      <ThingDelivery incidentId={incident.id} id={checklist.id} />
      <ul id={id} hidden={!open} className="mb-1">
        {open
          ? checklist.steps.map((step) => (
              <StepRow key={step.id} incidentId={incident.id} checklist={checklist} step={step} editable={editable} />
            ))
          : null}
      </ul>
    </section>
  );
};

const STEPS = 'input[data-step]';

const firstStepIn = (panel: HTMLElement | null): HTMLElement | null =>
  panel?.querySelector<HTMLElement>(`${STEPS}:not(:checked)`) ??
  panel?.querySelector<HTMLElement>(`${STEPS}, button`) ??
  null;

/** Arrows move from step to step; Space ticks, as in any box. */
const onStepKey = (event: KeyboardEvent<HTMLElement>): void => {
  const { currentTarget, key, target } = event;
  if (!(target instanceof HTMLElement) || !target.matches(STEPS)) return;
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const all = [...currentTarget.querySelectorAll<HTMLElement>(STEPS)];
  all[all.indexOf(target) + step]?.focus();
  event.preventDefault();
};

const Empty = ({ editable }: { editable: boolean }) => {
  const t = useTranslations('checklists');
  return <p className="text-text-2">{t(editable ? 'empty' : 'emptyPast')}</p>;
};
