import type { Incident } from '@sitrep/shared/incidents/state';
import { isUnwritten, type Impact } from '@sitrep/shared/situation/state';
import { IMPACT_TEXTS } from '@sitrep/shared/situation/values';
import { Pencil } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../../ui/button.tsx';
import { useAriaKeys, useKeyHint } from '../../../ui/keys.ts';
import { Panel } from '../../../ui/panel.tsx';
import { Tint, useFreshness } from '../../../widgets/change-mark.tsx';
import { useActorNames } from '../../../widgets/person.tsx';
import { QuickEntryHint } from '../../../widgets/quick-entry-hint.tsx';
import { Ago } from '../../../widgets/times.tsx';
import { useShortTime } from '../../../widgets/use-short-time.ts';
import { useRespond } from '../use-respond.ts';
import { ImpactForm } from './impact-form.tsx';
import { TrendChoice, TrendWord } from './trend-choice.tsx';

/** What the key for it presses. */
export const EDIT_IMPACT = 'edit-impact';

type Props = {
  incident: Incident;
  impact: Impact;
  /** What is known of it otherwise, while nobody has written it here. */
  instead: ReactNode;
  /** There are older entries, which were not looked at for it. */
  partly: boolean;
};

/** Who feels it and how badly: what everybody asks first. */
export const ImpactPanel = ({ incident, impact, instead, partly }: Props) => {
  const t = useTranslations('situation.impact');
  const [editing, setEditing] = useState(false);
  const keys = useAriaKeys('edit-impact');
  const { gate, editable } = useRespond(incident);
  const said = !isUnwritten(impact) || instead !== null || impact.trend !== undefined;
  return (
    <Panel
      title={t('title')}
      actions={
        editable ? (
          <IconButton
            id={EDIT_IMPACT}
            label={t('edit')}
            blocked={gate}
            aria-keyshortcuts={keys}
            icon={<Pencil size={14} aria-hidden />}
            aria-expanded={editing}
            onClick={() => setEditing(true)}
          />
        ) : null
      }
    >
      {editing ? (
        <ImpactForm incident={incident} impact={impact} onDone={() => setEditing(false)} />
      ) : (
        <div className="grid gap-2">
          {isUnwritten(impact) ? (
            (instead ?? <Nothing editable={editable} partly={partly} />)
          ) : (
            <Said incident={incident} impact={impact} />
          )}
          {said && editable ? <TrendChoice incident={incident} trend={impact.trend} /> : null}
          {editable || impact.trend === undefined ? null : <TrendWord trend={impact.trend} />}
          <Meta impact={impact} />
        </div>
      )}
    </Panel>
  );
};

const Nothing = ({ editable, partly }: { editable: boolean; partly: boolean }) => {
  const t = useTranslations('situation.impact');
  const now = useTranslations('incident.now');
  const key = useKeyHint('edit-impact');
  return (
    <p className="text-text-2">
      {partly ? now('notLately') : t('none')}{' '}
      {editable ? (
        <>
          {key === undefined ? t('write') : t('pressOrWrite', { key })} <QuickEntryHint line={t('command')} />
        </>
      ) : null}
    </p>
  );
};

const Said = ({ incident, impact }: { incident: Incident; impact: Impact }) => {
  const t = useTranslations('situation.impact');
  const { updatedBy, updatedAt, numbers } = impact;
  const change = updatedBy === undefined || updatedAt === undefined ? undefined : { by: updatedBy, at: updatedAt };
  const { isFresh, at, see } = useFreshness(`${incident.id}/impact`, change);
  return (
    <div className="relative isolate grid gap-2" onPointerLeave={see}>
      {isFresh && at !== undefined ? <Tint at={at} /> : null}
      {IMPACT_TEXTS.map((field) =>
        impact[field] === '' ? null : (
          <div key={field}>
            <h3 className="text-meta text-text-2">{t(field)}</h3>
            <p className="max-w-[75ch] break-words whitespace-pre-wrap">{impact[field]}</p>
          </div>
        ),
      )}
      {numbers.length === 0 ? null : (
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
          {numbers.map(({ label, value }, index) => (
            // Two may be called the same.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className="contents">
              <dt className="min-w-0 break-words text-text-2">{label}</dt>
              <dd className="figures max-w-36 text-right font-medium break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};

/** When it began and ended, which need not be when the incident did, and who said so last. */
const Meta = ({ impact: { startedAt, endedAt, updatedBy, updatedAt } }: { impact: Impact }) => {
  const t = useTranslations('situation.impact');
  const actor = useActorNames();
  const time = useShortTime();
  const from = startedAt === undefined ? undefined : time(startedAt);
  const until = endedAt === undefined ? undefined : time(endedAt);
  if (updatedBy === undefined || updatedAt === undefined) return null;
  return (
    <p className="figures text-meta text-text-2">
      {from === undefined && until === undefined ? null : `${lasted(from, until, t)} · `}
      {actor(updatedBy)}, <Ago at={updatedAt} />
    </p>
  );
};

const lasted = (
  from: string | undefined,
  until: string | undefined,
  t: ReturnType<typeof useTranslations<'situation.impact'>>,
): string => {
  if (from === undefined) return t('until', { time: until ?? '' });
  return until === undefined ? t('began', { time: from }) : t('over', { from, until });
};
