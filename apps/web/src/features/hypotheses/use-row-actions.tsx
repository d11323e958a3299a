import type { Hypothesis } from '@sitrep/shared/hypotheses/state';
import type { Incident } from '@sitrep/shared/incidents/state';
import { CircleCheck, CircleSlash, FlaskConical, Pencil, RotateCcw, Square, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '../../live/use-command.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.ts';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { useProblemWords } from '../../widgets/problem.tsx';
import { ConcludeDialog, ReopenDialog, RewordDialog } from './conclude-dialogs.tsx';
import { TestDialog } from './test-dialog.tsx';

type Opened = 'test' | 'confirm' | 'rule-out' | 'reopen' | 'reword';

export type RowActions = {
  readonly items: readonly MenuItem[];
  readonly dialog: ReactNode;
  readonly test: () => void;
  readonly testBlocked: string | undefined;
};

/** What can be done with a hypothesis as it stands, and the dialogs that this takes. */
export const useRowActions = (incident: Incident, hypothesis: Hypothesis): RowActions => {
  const t = useTranslations('hypotheses.menu');
  const me = useMe();
  const [opened, setOpened] = useState<Opened>();
  const decided = useGate('incident.respond');
  const written = useWritingGate('incident.respond');
  const problemWords = useProblemWords();
  const stop = useCommand('hypothesis.stop-test');
  const withdraw = useCommand('hypothesis.withdraw');
  const target = { incidentId: incident.id, hypothesisId: hypothesis.id };
  const opens = (dialog: Opened, label: string, icon: ReactNode, blocked = decided): MenuItem => ({
    id: dialog,
    label,
    icon,
    blocked,
    onSelect: () => setOpened(dialog),
  });
  const reopening = opens('reopen', t('reopen'), <RotateCcw size={16} aria-hidden />);
  const stopping: MenuItem = {
    id: 'stop',
    label: t('stop'),
    icon: <Square size={16} aria-hidden />,
    blocked: decided,
    onSelect: () =>
      stop.mutate(target, { onError: (problem) => showToast({ id: 'why', title: problemWords(problem) }) }),
  };
  const withdrawing: MenuItem = {
    id: 'withdraw',
    label: t('withdraw'),
    icon: <Undo2 size={16} aria-hidden />,
    blocked: written,
    section: '',
    onSelect: () => withdraw.mutate(target),
  };
  const testing = hypothesis.status === 'testing';
  const test = testing ? (hypothesis.test.tester === me.id ? t('change') : t('takeOver')) : t('test');
  const undecided: readonly MenuItem[] = [
    opens('test', test, <FlaskConical size={16} aria-hidden />),
    ...(testing ? [stopping] : []),
    opens('confirm', t('confirm'), <CircleCheck size={16} aria-hidden />),
    opens('rule-out', t('ruleOut'), <CircleSlash size={16} aria-hidden />),
    opens('reword', t('reword'), <Pencil size={16} aria-hidden />, written),
    withdrawing,
  ];
  const about = { incidentId: incident.id, hypothesis, onClose: () => setOpened(undefined) };
  return {
    items: testing || hypothesis.status === 'open' ? undecided : [reopening],
    dialog: opened === undefined ? null : <Opened opened={opened} incident={incident} {...about} />,
    test: () => setOpened('test'),
    testBlocked: decided,
  };
};

type OpenedProps = { opened: Opened; incident: Incident } & Parameters<typeof ReopenDialog>[0];

const Opened = ({ opened, incident, ...about }: OpenedProps) => {
  switch (opened) {
    case 'test':
      return <TestDialog incident={incident} hypothesis={about.hypothesis} onClose={about.onClose} />;
    case 'confirm':
    case 'rule-out':
      return <ConcludeDialog as={opened} {...about} />;
    case 'reopen':
      return <ReopenDialog {...about} />;
    case 'reword':
      return <RewordDialog {...about} />;
  }
};
