import type { Evidence, Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { ChevronDown, ChevronRight, CircleMinus, CirclePlus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomEntry } from '../../live/live-client.ts';
import { useCommand } from '../../live/use-command.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useWritingGate } from '../../widgets/gate.ts';
import { Clock } from '../../widgets/times.tsx';
import type { TextOf } from './seen.ts';

type Props = {
  incidentId: IncidentId;
  hypothesis: Hypothesis;
  entries: readonly RoomEntry[];
  textOf: TextOf;
  editable: boolean;
};

/** How much speaks for it and against it; what that is when somebody asks. */
export const EvidenceList = ({ incidentId, hypothesis, entries, textOf, editable }: Props) => {
  const t = useTranslations('hypotheses');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { evidence, number } = hypothesis;
  if (evidence.length === 0) return null;
  const supports = evidence.filter(({ stance }) => stance === 'supports').length;
  const counts = { supports, contradicts: evidence.length - supports };
  const name = t('number', { number });
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <>
      <Button
        variant="quiet"
        className="figures -ml-1 justify-self-start !min-h-6 !gap-0.5 !px-1 !py-0 !text-meta pointer-coarse:!min-h-11"
        aria-expanded={open}
        aria-controls={id}
        aria-label={t('evidenceLabel', { name, ...counts })}
        icon={<Chevron size={12} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {t('evidence', counts)}
      </Button>
      <ul id={id} hidden={!open} aria-label={t('evidenceList', { name })} className="grid gap-1">
        {(open ? evidence : []).map((one) => (
          <EvidenceRow
            key={one.entryId}
            evidence={one}
            entry={entries.find((entry) => entry.id === one.entryId)}
            textOf={textOf}
            target={editable ? { incidentId, hypothesisId: hypothesis.id, entryId: one.entryId } : undefined}
          />
        ))}
      </ul>
    </>
  );
};

type RowProps = {
  evidence: Evidence;
  entry: RoomEntry | undefined;
  textOf: TextOf;
  target: { incidentId: IncidentId; hypothesisId: Hypothesis['id']; entryId: Evidence['entryId'] } | undefined;
};

const EvidenceRow = ({ evidence, entry, textOf, target }: RowProps) => {
  const t = useTranslations('hypotheses');
  const words = useTranslations('words.stance');
  const remove = useCommand('hypothesis.remove-evidence');
  const blocked = useWritingGate('incident.respond');
  const { stance, entryId } = evidence;
  const Sign = stance === 'supports' ? CirclePlus : CircleMinus;
  const retracted = entry?.origin === 'written' && entry.retracted !== undefined;
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-1.5 text-dense">
      <span title={words(stance)} className="pt-0.5">
        <Sign size={14} aria-hidden className="text-text-2" />
        <span className="sr-only">{words(stance)}</span>
      </span>
      <a href={`#entry-${entryId}`} className={classNames('line-clamp-2 hover:underline', retracted && 'line-through')}>
        {entry === undefined ? (
          t('earlierEntry')
        ) : (
          <>
            <Clock at={entry.happenedAt} seconds={false} className="text-text-2" /> {textOf(entry)}
          </>
        )}
      </a>
      {target === undefined ? null : (
        <IconButton
          label={t('removeEvidence')}
          blocked={blocked}
          className="!min-h-6 !min-w-6 !p-0 pointer-coarse:!min-h-11 pointer-coarse:!min-w-11"
          icon={<X size={12} aria-hidden />}
          onClick={() => remove.mutate(target)}
        />
      )}
    </li>
  );
};
