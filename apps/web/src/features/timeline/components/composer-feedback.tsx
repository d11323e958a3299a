import type { Incident } from '@sitrep/shared/incidents/state';
import { OPEN_STATUSES } from '@sitrep/shared/incidents/values';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { wayToGive } from '@sitrep/shared/rooms/roles/way-to-give';
import type { Roster } from '@sitrep/shared/roster/state';
import { useTranslations } from 'use-intl';
import { useLiveClient, usePeople, useRoomPart } from '../../../live/react.tsx';
import type { CommandProblem } from '../../../live/command-problem.ts';
import { useMe } from '../../../widgets/me.ts';
import { useIsActive } from '../../../widgets/person.tsx';
import { useMay } from '../../../widgets/gate.ts';
import { useProblemWords } from '../../../widgets/problem.tsx';
import { useRoleNames } from '../../../widgets/role-names.ts';
import { localClock, localDay } from '../../../widgets/time-format.ts';
import { parseQuickEntry, type QuickEntry } from '../quick-entry.ts';
import { followUpIn } from '../quick/tasks.ts';
import { useQuickContext } from '../use-quick-context.ts';
import type { SendProblem } from '../use-quick-send.ts';

type Props = {
  id: string;
  text: string;
  incident: Incident;
  problem: SendProblem | undefined;
  refusal: CommandProblem | null;
  /** Files that it waits for before it is sent; 0 where it does not. */
  waitsFor: number;
};

/** Below the line: why it was not accepted, or what it is going to do. */
export const ComposerFeedback = ({ id, text, incident, problem, refusal, waitsFor }: Props) => {
  const t = useTranslations('timeline.composer');
  const files = useTranslations('files');
  const explain = useExplanation();
  const words = useProblemWords();
  const preview = usePreview(text, incident);
  return (
    <div id={id} className="min-h-5 pt-0.5 text-meta pointer-coarse:min-h-0">
      <p role="alert" className="text-sev1-fg empty:hidden">
        {problem === undefined ? (refusal === null ? '' : words(refusal)) : explain(problem)}
      </p>
      {problem === undefined && refusal === null ? (
        <p className="text-text-2">
          <span aria-live="polite">{waitsFor > 0 ? `${files('waits', { count: waitsFor })} ` : ''}</span>
          {preview ?? <span className="pointer-coarse:hidden">{t('hint')}</span>}
        </p>
      ) : null}
    </div>
  );
};

const useExplanation = (): ((problem: SendProblem) => string) => {
  const t = useTranslations('timeline.composer.problems');
  const syntax = useTranslations('timeline.composer');
  const files = useTranslations('files');
  const known = OPEN_STATUSES.join(', ');
  return (problem) => {
    switch (problem.code) {
      case 'usage':
        return t('usage', { syntax: syntax(`syntax.${problem.command}` as 'syntax.sev') });
      case 'number-unknown':
      case 'handle-unknown':
        return t(problem.code, { value: problem.value });
      case 'unknown-command':
      case 'text-missing':
      case 'reason-missing':
        return t(problem.code, { command: problem.command });
      case 'severity-unknown':
      case 'time-unknown':
      case 'person-unknown':
        return t(problem.code, { value: problem.value });
      case 'status-unknown':
        return t(problem.code, { value: problem.value, known });
      case 'status-missing':
        return t(problem.code, { known });
      case 'lowering-reason':
        return t(problem.code, { severity: problem.severity });
      case 'severity-missing':
      case 'service-missing':
      case 'person-missing':
        return t(problem.code);
      case 'file-failed':
        return files('failed');
    }
  };
};

type Giving = Extract<QuickEntry, { does: 'give-role' }>;

/** A role is given, offered, taken or accepted: which of them, is said before. */
const useGivingWords = (incident: Incident): ((entry: Giving) => string) => {
  const t = useTranslations('timeline.composer.willDo');
  const { people } = usePeople();
  const me = useMe();
  const isActive = useIsActive();
  const roleNames = useRoleNames();
  const roster = useRoomPart(incident.id, rosterOf);
  return ({ role, handle }) => {
    const to = handle === undefined ? me : [...people.values()].find((person) => person.handle === handle);
    const words = { role: roleNames.name(role), name: to?.name ?? `@${handle ?? ''}` };
    if (to === undefined) return t('role', words);
    const way = wayToGive({ incident, roster, role, to: to.id, by: me.id, isActive });
    if (way === 'role.accept') return t('roleAccept', words);
    if (way === 'role.offer') return t('roleOffer', words);
    return to.id === me.id ? t('roleMe', words) : t('role', words);
  };
};

const rosterOf = ({ roster }: RoomParts): Roster => roster;

/** Nothing for a plain note: that needs no explaining. */
const usePreview = (text: string, incident: Incident): string | undefined => {
  const t = useTranslations('timeline.composer');
  const words = useTranslations('words');
  const { serverNow } = useLiveClient();
  const now = serverNow();
  const { severity } = incident;
  const context = useQuickContext(incident);
  const mayRespond = useMay('incident.respond');
  const giving = useGivingWords(incident);
  const entry: QuickEntry = parseQuickEntry(text, now, context());
  switch (entry.does) {
    case 'nothing':
    case 'explain':
      return undefined;
    case 'write': {
      if (mayRespond && followUpIn(entry) !== undefined) return t('willDo.todoNote');
      const confidence = entry.confidence === undefined ? '' : ` (${words(`confidence.${entry.confidence}`)})`;
      const kind = words(`kind.${entry.kind}`) + confidence;
      if (entry.happenedAt !== undefined) return t('willBeAt', { kind, time: when(entry.happenedAt, now) });
      return text.trimStart().startsWith('/') ? t('willBe', { kind }) : undefined;
    }
    case 'send':
      return t(`willDo.${entry.says}` as 'willDo.service', entry.values as { service: string });
    case 'open':
      return t(`willDo.${entry.opens}`);
    case 'change-severity':
      return t(entry.severity > severity && entry.reason === undefined ? 'willDo.lower' : 'willDo.severity', {
        severity: entry.severity,
      });
    case 'change-status':
      return t('willDo.status', { status: words(`status.${entry.status}`) });
    case 'give-role':
      return giving(entry);
    case 'add-service':
      return t('willDo.service', { service: entry.service });
    case 'close':
      return t('willDo.close');
    case 'reopen':
      return t('willDo.reopen');
  }
};

const when = (at: number, now: number): string =>
  localDay(at) === localDay(now) ? localClock(at, true) : `${localDay(at)} ${localClock(at, true)}`;
