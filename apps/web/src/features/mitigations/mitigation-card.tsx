import type { Hypotheses } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import type { Collisions } from '@sitrep/shared/rooms/collisions';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { usePast } from '../../widgets/past.ts';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { CardButtons } from './card-buttons.tsx';
import { CollisionWarning, Objections } from './card-facts.tsx';
import { CardHistory } from './card-history.tsx';
import { CardPlan } from './card-plan.tsx';
import { CardTimes } from './card-times.tsx';
import { furtherSteps, type MenuAction } from './ledger-view.ts';
import { MitigationStatus } from './mitigation-status.tsx';
import { RiskMark } from './risk-mark.tsx';
import { useBlockedFor } from './use-blocked-for.ts';

type Props = {
  incident: Incident;
  hypotheses: Hypotheses;
  mitigation: Mitigation;
  /** Nothing where nobody is asked any more. */
  collisions: Collisions | undefined;
  busy: MenuAction | undefined;
  onAction: (action: MenuAction) => void;
};

/** By which the keys find it. */
export const cardId = (id: Mitigation['id']): string => `mitigation-${id}`;

const edgeOf = ({ uncoordinated, plan }: Mitigation): string => {
  if (uncoordinated !== undefined) return 'border-border border-l-4 border-l-sev2-fg';
  return plan.risk === 'high' ? 'border-sev1-fg' : 'border-border';
};

export const MitigationCard = ({ incident, hypotheses, mitigation, collisions, busy, onAction }: Props) => {
  const t = useTranslations('mitigations');
  const past = usePast();
  const over = past !== undefined || incident.status === 'closed';
  const { id, number, plan, uncoordinated, status } = mitigation;
  return (
    <article
      id={cardId(id)}
      tabIndex={-1}
      aria-label={t('card', { number, title: plan.title })}
      data-mitigation={id}
      className={classNames('grid grid-cols-[minmax(0,1fr)] gap-2 rounded-m border bg-surface p-3', edgeOf(mitigation))}
    >
      <header className="grid gap-0.5">
        <div className="flex min-h-6 items-center gap-2">
          <span className="figures font-mono text-meta text-text-2">{t('number', { number })}</span>
          <MitigationStatus status={status} />
          <span className="ml-auto" />
          <RiskMark risk={plan.risk} />
          {over ? null : <CardMenu incident={incident} mitigation={mitigation} onAction={onAction} />}
        </div>
        <h3 dir="auto" className="font-medium">
          {plan.title}
        </h3>
        <CardTimes mitigation={mitigation} />
      </header>
      {uncoordinated === undefined ? null : (
        <p className="text-dense">
          <Badge tone="warn">{t('uncoordinated')}</Badge> {uncoordinated.reason}
        </p>
      )}
      <CardPlan plan={plan} hypotheses={hypotheses} />
      <CardHistory mitigation={mitigation} />
      <Objections incident={incident} mitigation={mitigation} />
      {collisions === undefined ? null : <CollisionWarning collisions={collisions} />}
      <ThingDelivery incidentId={incident.id} id={id} />
      {over ? null : <CardButtons incident={incident} mitigation={mitigation} busy={busy} onAction={onAction} />}
    </article>
  );
};

type MenuProps = Pick<Props, 'incident' | 'mitigation' | 'onAction'>;

export const CardMenu = ({ incident, mitigation, onAction }: MenuProps) => {
  const t = useTranslations('mitigations');
  const blockedFor = useBlockedFor(incident, mitigation);
  const items = furtherSteps(mitigation).map((action): MenuItem => ({
    id: action,
    label: t(`action.${action}`),
    blocked: blockedFor(action),
    ...(action === 'halt' ? { danger: true } : {}),
    ...(action === 'halt' && mitigation.status === 'executed' ? { hint: t('haltExecuted') } : {}),
    onSelect: () => onAction(action),
  }));
  if (items.length === 0) return null;
  return (
    <Menu
      label={t('actions', { number: mitigation.number })}
      trigger={<Ellipsis size={16} aria-hidden />}
      items={items}
      button={{ variant: 'quiet', className: '-my-1 -mr-2 !px-1.5' }}
    />
  );
};
