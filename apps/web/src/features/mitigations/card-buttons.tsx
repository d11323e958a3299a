import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useAriaKeys } from '../../ui/keys.ts';
import { nextSteps, wants, type CardAction, type MenuAction } from './ledger-view.ts';
import { useMe } from '../../widgets/me.ts';
import { useBlockedFor } from './use-blocked-for.ts';
import { useLeads } from './use-leads.ts';

/** Marks the button that halts: whether it is in sight is looked at. */
export const HALT_BUTTON = 'data-halt';

const FIRST: ReadonlySet<CardAction> = new Set(['approve', 'start', 'finish', 'effective']);

/** Full colour is for whose turn it is. */
const variantOf = (action: CardAction, wanted: boolean): NonNullable<ButtonProps['variant']> => {
  if (action === 'halt') return 'danger';
  return wanted && FIRST.has(action) ? 'primary' : 'secondary';
};

type Props = {
  incident: Incident;
  mitigation: Mitigation;
  busy: MenuAction | undefined;
  onAction: (action: MenuAction) => void;
};

/** The next steps. What is for others stands there all the same, and says for whom it is. */
export const CardButtons = ({ incident, mitigation, busy, onAction }: Props) => {
  const t = useTranslations('mitigations.action');
  const blockedFor = useBlockedFor(incident, mitigation);
  const keys = { approve: useAriaKeys('approve'), reject: useAriaKeys('reject'), object: useAriaKeys('object-to') };
  const steps = nextSteps(mitigation);
  const wanted = wants(mitigation, { id: useMe().id, leads: useLeads(incident) });
  if (steps.length === 0) return null;
  return (
    <div className="grid auto-cols-fr grid-flow-col gap-2 has-[>:nth-child(4)]:grid-flow-row has-[>:nth-child(4)]:grid-cols-2 max-sm:grid-flow-row max-sm:grid-cols-2 max-sm:[&>:nth-child(3):last-child]:col-span-2">
      {steps.map((action) => {
        const blocked = blockedFor(action);
        return (
          <Button
            key={action}
            variant={variantOf(action, wanted)}
            {...(action === 'halt' ? { [HALT_BUTTON]: '' } : {})}
            blocked={blocked}
            busy={busy === action}
            aria-keyshortcuts={keys[action as keyof typeof keys]}
            className="pointer-coarse:min-h-12"
            onClick={() => onAction(action)}
          >
            {t(action)}
            {action === 'halt' && blocked === undefined && mitigation.status === 'executing' ? (
              <KeyHint id="halt" />
            ) : null}
          </Button>
        );
      })}
    </div>
  );
};
