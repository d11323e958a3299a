import type { BoardRow } from '@sitrep/shared/board/board-row';
import { useTranslations } from 'use-intl';
import { useFirstTestAlert } from '../../features/integrations/use-test-alert.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { useGate } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';

type Props = { opened: Pick<BoardRow, 'id' | 'key'> | undefined; variant: NonNullable<ButtonProps['variant']> };

/** The button, and afterwards the way to what it opened. */
export const FirstTestAlert = ({ opened, variant }: Props) => {
  const t = useTranslations('board.steps');
  const words = useProblemWords();
  const blocked = useGate('integration.manage');
  const test = useFirstTestAlert();
  return (
    <>
      <output className="text-dense">
        {opened === undefined ? (
          test.isSuccess ? (
            t('testSent')
          ) : null
        ) : (
          <IncidentLink idOrKey={opened.key}>{t('testOpened', { key: opened.key })}</IncidentLink>
        )}
      </output>
      {test.error === null ? null : (
        <span role="alert" className="text-dense text-sev1-fg">
          {words(test.error)}
        </span>
      )}
      {opened === undefined ? (
        <Button variant={variant} blocked={blocked} busy={test.isPending} onClick={() => test.mutate()}>
          {t('testButton')}
        </Button>
      ) : null}
    </>
  );
};
