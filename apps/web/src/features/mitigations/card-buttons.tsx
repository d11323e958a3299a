import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { useAriaKeys } from '../../ui/keys.ts';
import { nextSteps, type CardAction, type MenuAction } from './ledger-view.ts';
import { useBlockedFor } from './use-blocked-for.ts';

const VARIANTS: Readonly<Partial<Record<CardAction, NonNullable<ButtonProps['variant']>>>> = {
  approve: 'primary',
  start: 'primary',
  finish: 'primary',
  effective: 'primary',
  halt: 'danger',
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
  if (steps.length === 0) return null;
  return (
    <div className="grid auto-cols-fr grid-flow-col gap-2 has-[>:nth-child(4)]:grid-flow-row has-[>:nth-child(4)]:grid-cols-2 max-sm:grid-flow-row max-sm:grid-cols-2 max-sm:[&>:nth-child(3):last-child]:col-span-2">
      {steps.map((action) => (
        <Button
          key={action}
          variant={VARIANTS[action] ?? 'secondary'}
          blocked={blockedFor(action)}
          busy={busy === action}
          aria-keyshortcuts={keys[action as keyof typeof keys]}
          className="pointer-coarse:min-h-12"
          onClick={() => onAction(action)}
        >
          {t(action)}
        </Button>
      ))}
    </div>
  );
};
