import type { Incident } from '@sitrep/shared/incidents/state';
import type { Relations } from '@sitrep/shared/relations/state';
import { isChosen } from '@sitrep/shared/relations/values';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useBoard } from '../../live/react.tsx';
import { useCommand } from '../../live/use-command.ts';
import { IconButton } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SeverityMark } from '../../ui/severity-mark.tsx';
import { useGate, useOffered } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { QuickEntryHint } from '../../widgets/quick-entry-hint.tsx';
import { arranged, type Shown } from './arrange.ts';
import { openRelate } from './relate-store.ts';

type Props = { incident: Incident; parts: { readonly relations: Relations } };

/** Other incidents that belong to this one. */
export const RelationsPanel = ({ incident, parts: { relations } }: Props) => {
  const t = useTranslations('relations');
  const { rows } = useBoard();
  const offered = useOffered('incident.relate');
  const blocked = useGate('incident.relate');
  const remove = useCommand('relation.remove');
  return (
    <Panel
      title={t('title')}
      actions={
        offered ? (
          <IconButton
            label={t('add')}
            blocked={blocked}
            icon={<Plus size={14} aria-hidden />}
            onClick={() => openRelate(incident.id)}
          />
        ) : null
      }
    >
      {relations.items.length > 0 ? null : offered ? (
        <p className="text-text-2">
          {t('none')} <QuickEntryHint line={t('noneCommand')} />
        </p>
      ) : (
        <p className="text-text-2">{t('noneShort')}</p>
      )}
      <ul className="grid gap-1">
        {arranged(relations.items, rows).map((shown) => (
          <RelationRow
            key={`${shown.relation.kind} ${shown.relation.otherId}`}
            shown={shown}
            blocked={blocked}
            busy={remove.isPending && remove.variables.otherId === shown.relation.otherId}
            onRemove={
              offered ? (kind, otherId) => remove.mutate({ incidentId: incident.id, kind, otherId }) : undefined
            }
          />
        ))}
      </ul>
      <ProblemLine problem={remove.error} />
    </Panel>
  );
};

const LINK = 'figures shrink-0 text-accent underline underline-offset-2';

type RowProps = {
  shown: Shown;
  blocked: string | undefined;
  busy: boolean;
  onRemove: ((kind: 'related' | 'parent' | 'child', otherId: Shown['relation']['otherId']) => void) | undefined;
};

const RelationRow = ({ shown: { relation, row }, blocked, busy, onRemove }: RowProps) => {
  const t = useTranslations('relations');
  const words = useTranslations('words');
  const { kind, key, otherId } = relation;
  return (
    <li className="flex min-w-0 items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-1.5">
          {row === undefined ? null : <SeverityMark severity={row.severity} size={16} />}
          <IncidentLink idOrKey={key} className={LINK}>
            {key}
          </IncidentLink>
          <span className="truncate text-dense text-text-2">{t(`is.${kind}`)}</span>
        </p>
        {row === undefined ? null : (
          <p className="truncate text-dense text-text-2" title={row.title}>
            {words(`status.${row.status}`)} · {row.title}
          </p>
        )}
      </div>
      {isChosen(kind) && onRemove !== undefined ? (
        <IconButton
          label={t('remove', { key })}
          blocked={blocked}
          busy={busy}
          icon={<X size={14} aria-hidden />}
          onClick={() => onRemove(kind, otherId)}
        />
      ) : null}
    </li>
  );
};
