import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { CircleDashed, Ellipsis, TriangleAlert, UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { useMe } from '../../widgets/me.ts';
import { usePersonNames } from '../../widgets/person.tsx';
import { ThingDelivery } from '../../widgets/thing-delivery.tsx';
import { Age, useNow } from '../../widgets/times.tsx';
import { isOverdue, type LackingNeed } from './needs-shown.ts';

type Props = { need: LackingNeed; incidentId: IncidentId; offered: boolean };

/** What is missing, for how long, and who is on it; the next step is one press. */
export const NeedRow = ({ need, incidentId, offered }: Props) => {
  const t = useTranslations('roster.needs');
  const claim = useCommand('need.claim');
  const meet = useCommand('need.meet');
  const target = { incidentId, needId: need.id };
  return (
    <li className="grid gap-0.5">
      <p dir="auto" className="flex gap-2 break-words">
        <span className="figures shrink-0 font-mono text-dense text-text-2">N{need.number}</span>
        <span className="min-w-0">{need.text}</span>
      </p>
      <div className="flex items-center gap-2">
        <Standing need={need} />
        {offered ? (
          <span className="ml-auto flex items-center gap-1">
            {need.status === 'open' ? (
              <Button aria-label={t('claimOf', { text: need.text })} onClick={() => claim.mutate(target)}>
                {t('claim')}
              </Button>
            ) : (
              <Button aria-label={t('metOf', { text: need.text })} onClick={() => meet.mutate(target)}>
                {t('met')}
              </Button>
            )}
            <More need={need} incidentId={incidentId} />
          </span>
        ) : null}
      </div>
      <ThingDelivery incidentId={incidentId} id={need.id} />
    </li>
  );
};

const Standing = ({ need }: { need: LackingNeed }) => {
  const t = useTranslations('roster.needs');
  const me = useMe();
  const nameOf = usePersonNames();
  const now = useNow(15_000);
  const overdue = isOverdue(need, now);
  const Icon = need.status === 'claimed' ? UserRoundCheck : overdue ? TriangleAlert : CircleDashed;
  const who =
    need.status === 'open'
      ? t('open')
      : need.claimedBy === me.id
        ? t('you')
        : t('on', { name: nameOf(need.claimedBy) });
  return (
    <span
      className={`flex min-w-0 items-center gap-1 text-dense ${overdue ? 'font-medium text-sev3-fg' : 'text-text-2'}`}
    >
      <Icon size={14} aria-hidden className="shrink-0" />
      <span className="truncate">{who}</span>
      <span aria-hidden="true">·</span>
      <Age at={need.status === 'claimed' ? need.claimedAt : need.raisedAt} className="whitespace-nowrap" />
    </span>
  );
};

/** What is wanted less often. */
const More = ({ need, incidentId }: Omit<Props, 'offered'>) => {
  const t = useTranslations('roster.needs');
  const meet = useCommand('need.meet');
  const unclaim = useCommand('need.unclaim');
  const withdraw = useCommand('need.withdraw');
  const target = { incidentId, needId: need.id };
  const first: MenuItem =
    need.status === 'open'
      ? { id: 'met', label: t('met'), onSelect: () => meet.mutate(target) }
      : { id: 'free', label: t('free'), onSelect: () => unclaim.mutate(target) };
  return (
    <Menu
      label={t('actions', { text: need.text })}
      trigger={<Ellipsis size={14} aria-hidden />}
      button={{ variant: 'quiet', className: 'min-w-7 !px-1.5 pointer-coarse:min-w-11' }}
      items={[first, { id: 'withdraw', label: t('withdraw'), onSelect: () => withdraw.mutate(target) }]}
    />
  );
};
