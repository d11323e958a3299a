import { useQuery } from '@tanstack/react-query';
import { Suspense, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { FirstSteps, type FirstStep } from '../../features/board/first-steps.tsx';
import { nextStep, openedByAlert, somebodyDeclared } from '../../features/board/progress.ts';
import { openDeclare } from '../../features/incidents/declare-store.ts';
import { integrationsQuery } from '../../features/integrations/api.ts';
import { realSources } from '../../features/integrations/real-sources.ts';
import { useBoard, usePeople } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { lazyNamed } from '../../ui/lazy-named.ts';
import { useStored } from '../../ui/stored.ts';
import { useGate, useMay } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { FirstTestAlert } from './first-test-alert.tsx';

const ConnectDialog = lazyNamed(() => import('../../features/integrations/connect-dialog.tsx'), 'ConnectDialog');
const InviteDialog = lazyNamed(() => import('../../features/people/invite-dialog.tsx'), 'InviteDialog');
const ProfileDialog = lazyNamed(() => import('../../features/session/profile-dialog.tsx'), 'ProfileDialog');

/** Whom the first start makes, before anybody has said who they are. */
const NOBODY_YET = 'admin';

/** The first steps with their present state; the dialogs open in place. `otherwise` stands there once they are over. */
export const BoardSteps = ({ otherwise }: { otherwise: ReactNode }) => {
  const t = useTranslations('board.steps');
  const me = useMe();
  const { rows } = useBoard();
  const { people } = usePeople();
  const administers = useMay('integration.manage');
  const mayDeclare = useGate('incident.declare');
  const mayManage = useGate('people.manage');
  const [open, setOpen] = useState<'connect' | 'invite' | 'profile'>();
  const [dismissed, setDismissed] = useStored(`sitrep:${me.id}:first-steps`);
  const close = (): void => setOpen(undefined);
  const integrations = useQuery({ ...integrationsQuery, enabled: administers }).data?.items ?? [];
  const sources = realSources(integrations).length;
  const tested = openedByAlert(rows);
  const count = people.size;

  const progress = [
    { id: 'test', done: tested !== undefined, possible: administers },
    { id: 'declare', done: somebodyDeclared(rows), possible: mayDeclare === undefined },
    { id: 'connect', done: sources > 0, possible: administers },
    { id: 'who', done: me.handle !== NOBODY_YET, possible: true },
    { id: 'invite', done: count > 1, possible: administers },
  ] as const;
  const next = nextStep(progress);
  const words: Readonly<Record<(typeof progress)[number]['id'], readonly [title: string, meaning: string]>> = {
    test: [t('test'), administers ? t('testMeaning') : t('forAdministrators')],
    declare: [t('declare'), t('declareMeaning')],
    connect: [t('connect'), sources === 0 ? t('connectMeaning') : t('connected', { count: sources })],
    who: [t('who'), t('whoMeaning', { name: me.name, handle: me.handle })],
    invite: [t('invite'), count > 1 ? t('invited', { count }) : t('inviteMeaning')],
  };
  const presses = {
    declare: { label: t('declare'), blocked: mayDeclare, onClick: () => openDeclare() },
    connect: { label: t('connect'), blocked: mayManage, onClick: () => setOpen('connect') },
    who: { label: t('whoButton'), blocked: undefined, onClick: () => setOpen('profile') },
    invite: { label: t('invite'), blocked: mayManage, onClick: () => setOpen('invite') },
  } as const;
  const steps = progress.map(({ id, done }): FirstStep => {
    const [title, meaning] = words[id];
    const variant = id === next ? 'primary' : done ? 'quiet' : 'secondary';
    if (id === 'test')
      return { id, title, meaning, done, action: <FirstTestAlert opened={tested} variant={variant} /> };
    const { label, ...press } = presses[id];
    const action = (
      <Button variant={variant} {...press}>
        {label}
      </Button>
    );
    return { id, title, meaning, done, action };
  });
  const over = dismissed !== '' || steps.every(({ done }) => done);
  return (
    <>
      {over ? (
        otherwise
      ) : (
        <FirstSteps
          title={rows.length === 0 ? t('title') : t('titleNext')}
          steps={steps}
          onDismiss={() => setDismissed('dismissed')}
        />
      )}
      <Suspense>
        {open === 'connect' ? <ConnectDialog onClose={close} /> : null}
        {open === 'invite' ? <InviteDialog onClose={close} /> : null}
        {open === 'profile' ? <ProfileDialog onClose={close} /> : null}
      </Suspense>
    </>
  );
};
