import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FirstSteps, type FirstStep } from '../../features/board/first-steps.tsx';
import { openDeclare } from '../../features/incidents/declare-store.ts';
import { integrationsQuery } from '../../features/integrations/api.ts';
import { useFirstTestAlert } from '../../features/integrations/use-test-alert.ts';
import { useBoard, usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { useGate, useMay } from '../../widgets/gate.ts';
import { IncidentLink } from '../../widgets/incident-link.tsx';
import { useMe } from '../../widgets/me.ts';
import { useProblemWords } from '../../widgets/problem.tsx';

const ConnectDialog = lazyNamed(() => import('../../features/integrations/connect-dialog.tsx'), 'ConnectDialog');
const InviteDialog = lazyNamed(() => import('../../features/people/invite-dialog.tsx'), 'InviteDialog');
const ProfileDialog = lazyNamed(() => import('../../features/session/profile-dialog.tsx'), 'ProfileDialog');

/** The first steps with their present state; the dialogs open in place. */
export const BoardSteps = () => {
  const t = useTranslations('board.steps');
  const me = useMe();
  const board = useBoard();
  const { people } = usePeople();
  const administers = useMay('integration.manage');
  const mayDeclare = useGate('incident.declare');
  const mayManage = useGate('people.manage');
  const [open, setOpen] = useState<'connect' | 'invite' | 'profile'>();
  const close = (): void => setOpen(undefined);
  const sources = useQuery({ ...integrationsQuery, enabled: administers }).data?.items.length ?? 0;
  const count = people.size;

  const steps: readonly FirstStep[] = [
    {
      id: 'test',
      title: t('test'),
      meaning: administers ? t('testMeaning') : t('forAdministrators'),
      done: sources > 0 && board.rows.some(({ alerts }) => alerts.firing + alerts.resolved > 0),
      action: <TestAlert />,
    },
    {
      id: 'declare',
      title: t('declare'),
      meaning: t('declareMeaning'),
      action: (
        <Button blocked={mayDeclare} onClick={() => openDeclare()}>
          {t('declare')}
        </Button>
      ),
    },
    {
      id: 'connect',
      title: t('connect'),
      meaning: sources === 0 ? t('connectMeaning') : t('connected', { count: sources }),
      done: sources > 0,
      action: (
        <Button blocked={mayManage} onClick={() => setOpen('connect')}>
          {t('connect')}
        </Button>
      ),
    },
    {
      id: 'who',
      title: t('who'),
      meaning: t('whoMeaning', { name: me.name, handle: me.handle }),
      action: <Button onClick={() => setOpen('profile')}>{t('whoButton')}</Button>,
    },
    {
      id: 'invite',
      title: t('invite'),
      meaning: count > 1 ? t('invited', { count }) : t('inviteMeaning'),
      done: count > 1,
      action: (
        <Button blocked={mayManage} onClick={() => setOpen('invite')}>
          {t('invite')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <FirstSteps steps={steps} />
      <Suspense>
        {open === 'connect' ? <ConnectDialog onClose={close} /> : null}
        {open === 'invite' ? <InviteDialog onClose={close} /> : null}
        {open === 'profile' ? <ProfileDialog onClose={close} /> : null}
      </Suspense>
    </>
  );
};

const TestAlert = () => {
  const t = useTranslations('board.steps');
  const words = useProblemWords();
  const blocked = useGate('integration.manage');
  const test = useFirstTestAlert();
  return (
    <>
      {test.isSuccess ? (
        <output className="text-dense">
          {t('testSent')}{' '}
          {test.data.incidentId === undefined ? null : (
            <IncidentLink idOrKey={test.data.incidentId}>{t('testIncident')}</IncidentLink>
          )}
        </output>
      ) : null}
      {test.error === null ? null : (
        <span role="alert" className="text-dense text-sev1-fg">
          {words(test.error)}
        </span>
      )}
      <Button variant="primary" blocked={blocked} busy={test.isPending} onClick={() => test.mutate()}>
        {t('testButton')}
      </Button>
    </>
  );
};
