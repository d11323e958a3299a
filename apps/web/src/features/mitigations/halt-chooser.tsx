import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Props = { running: readonly Mitigation[]; onChoose: (mitigation: Mitigation) => void; onClose: () => void };

/** Several are being executed: one press more. */
export const HaltChooser = ({ running, onChoose, onClose }: Props) => {
  const t = useTranslations('mitigations');
  return (
    <Dialog title={t('halt.which')} size="small" onClose={onClose}>
      <ul className="grid gap-2">
        {running.map((mitigation, index) => (
          <li key={mitigation.id}>
            <Button
              variant="danger"
              wide
              className="!justify-start pointer-coarse:min-h-12"
              {...(index === 0 ? { 'data-autofocus': '' } : {})}
              onClick={() => onChoose(mitigation)}
            >
              <span className="figures font-mono">{t('number', { number: mitigation.number })}</span>
              <span className="truncate">{mitigation.plan.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
