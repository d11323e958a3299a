import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { showToast } from '../../ui/toast.ts';
import { useKeys } from '../../ui/keys.ts';
import { useMe } from '../../widgets/me.ts';
import { nextFor, type MenuAction } from './ledger-view.ts';
import { cardId } from './mitigation-card.tsx';
import { useLeads } from './use-leads.ts';

type Keys = {
  readonly incident: Incident;
  readonly current: readonly Mitigation[];
  readonly onAction: (action: MenuAction, mitigation: Mitigation) => void;
  readonly onPropose: () => void;
};

const sayWhy = (title: string): void => void showToast({ id: 'why', title });

const focusedIn = (current: readonly Mitigation[]): Mitigation | undefined => {
  const card = document.activeElement?.closest<HTMLElement>('[data-mitigation]');
  return current.find(({ id }) => id === card?.dataset['mitigation']);
};

const focusOn = ({ id }: Mitigation): void => {
  const card = document.getElementById(cardId(id));
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
};

/** Keys go to a card first, and decide about the one that has the focus: nothing is decided unseen. */
export const useLedgerKeys = ({ incident, current, onAction, onPropose }: Keys): void => {
  const t = useTranslations('mitigations.keys');
  const words = useTranslations('words.mitigation');
  const leads = useLeads(incident);
  const viewer = { id: useMe().id, leads };
  const go = (): void => {
    const next = nextFor(current, viewer, focusedIn(current)?.id);
    if (next === undefined) onPropose();
    else focusOn(next);
  };
  const act = (action: 'approve' | 'reject' | 'object') => (): void => {
    const focused = focusedIn(current);
    if (focused === undefined) {
      const first = current.find(({ status }) => status === 'proposed');
      return first === undefined ? sayWhy(t('choose')) : focusOn(first);
    }
    if (focused.status === 'proposed' || (action === 'object' && focused.status === 'approved')) {
      return onAction(action, focused);
    }
    sayWhy(t('notProposed', { number: focused.number, status: words(focused.status).toLowerCase() }));
  };
  useKeys([
    { id: 'show-mitigations', run: go },
    { id: 'approve', run: act('approve') },
    { id: 'reject', run: act('reject') },
    { id: 'object-to', run: act('object') },
  ]);
};
