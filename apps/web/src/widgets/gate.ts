import { can, type Action, type Resource } from '@sitrep/shared/kernel/permissions';
import { useTranslations } from 'use-intl';
import { useConnection, usePeople } from '../live/react.tsx';
import { useActor } from './me.ts';
import { usePast } from './past.ts';

const EVERYTHING: Resource = {};

/** May I do this at all? For what is hidden rather than disabled. */
export const useMay = (action: Action, resource: Resource = EVERYTHING): boolean =>
  can(useActor(), action, resource).allowed;

/** Offered at all: by right, and now. What is offered may still be blocked for the moment. */
export const useOffered = (action: Action, resource: Resource = EVERYTHING): boolean => {
  const may = useMay(action, resource);
  return usePast() === undefined && may;
};

/** Why a confirmed command cannot be given now; nothing where it can. */
export const useGate = (action: Action, resource: Resource = EVERYTHING): string | undefined => {
  const { canConfirm } = useConnection();
  const rights = useWritingGate(action, resource);
  const t = useTranslations('gate');
  return rights ?? (canConfirm ? undefined : t('offline'));
};

/** The same for what may wait in the outbox: no connection is needed. */
export const useWritingGate = (action: Action, resource: Resource = EVERYTHING): string | undefined => {
  const t = useTranslations('gate');
  const verdict = can(useActor(), action, resource);
  const past = usePast();
  const { people } = usePeople();
  if (past !== undefined) return t('past');
  if (verdict.allowed) return undefined;
  const names = new Set((verdict.holders ?? []).flatMap((id) => people.get(id)?.name ?? []));
  return t('rights', { who: names.size === 0 ? verdict.who : `${verdict.who}: ${[...names].join(', ')}` });
};
