import type { Recorded } from '@sitrep/shared/kernel/event';
import type { UserId } from '@sitrep/shared/kernel/ids';
import type { SitrepEvent } from '@sitrep/shared/protocol/catalogue';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';
import type { Undoable, UndoNotice } from '../../live/undo-state.ts';
import { useChangeWords, type WordedField } from '../../widgets/change-words.ts';
import { useProblemWords } from '../../widgets/problem.tsx';
import { useRoleNames } from '../../widgets/role-names.ts';

type Happened = Recorded<SitrepEvent>;
type Table = { readonly [T in Happened['type']]?: (data: Extract<Happened, { type: T }>['data']) => string };

/** What a command did, in the past tense: "Severity changed to SEV2". */
export const useDoneWords = (): ((about: Undoable) => string) => {
  const t = useTranslations('undo.done');
  const words = useTranslations('words');
  const common = useTranslations('common');
  const { people } = usePeople();
  const roles = useRoleNames();
  return useMemo(() => {
    const nameOf = (id: UserId): string => people.get(id)?.name ?? common('somebody');
    const table: Table = {
      'incident.title-changed': () => t('title'),
      'incident.summary-changed': () => t('summary'),
      'incident.severity-changed': ({ to }) => t('severity', { to: words('severity', { severity: to }) }),
      'incident.status-changed': ({ to }) => t('status', { to: words(`status.${to}`) }),
      'incident.milestone-set': ({ milestone, to }) =>
        t(to === undefined ? 'milestoneCleared' : 'milestone', { milestone: words(`milestone.${milestone}`) }),
      'incident.service-added': ({ service }) => t('serviceAdded', { service }),
      'incident.service-removed': ({ service }) => t('serviceRemoved', { service }),
      'incident.role-changed': ({ role, to }) =>
        to === undefined
          ? t('roleReleased', { role: roles.name(role) })
          : t('roleGiven', { role: roles.name(role), name: nameOf(to) }),
      'role.offered': ({ role, to }) => t('roleOffered', { role: roles.name(role), name: nameOf(to) }),
      'responder.joined': ({ userId }) => t('joined', { name: nameOf(userId) }),
      'responder.left': ({ userId }) => t('left', { name: nameOf(userId) }),
      'need.raised': ({ text }) => t('needRaised', { text }),
      'need.claimed': () => t('needClaimed'),
      'hypothesis.suggested': ({ number }) => t('suggested', { number }),
      'hypothesis.reworded': ({ number }) => t('reworded', { number }),
      'hypothesis.test-started': ({ number }) => t('testStarted', { number }),
      'hypothesis.confirmed': ({ number }) => t('confirmed', { number }),
      'hypothesis.ruled-out': ({ number }) => t('ruledOut', { number }),
      'hypothesis.withdrawn': ({ number }) => t('withdrawn', { number }),
      'hypothesis.evidence-added': ({ number }) => t('evidenceAdded', { number }),
      'mitigation.proposed': ({ number }) => t('proposed', { number }),
      'mitigation.objected': ({ number }) => t('objected', { number }),
      'situation.impact-changed': () => t('impact'),
      'situation.objectives-changed': () => t('objectives'),
      'situation.criterion-added': ({ text }) => t('criterionAdded', { text }),
      'situation.criterion-reworded': () => t('criterionReworded'),
      'situation.criterion-met': ({ text }) => t('criterionMet', { text }),
      'situation.criterion-unmet': ({ text }) => t('criterionUnmet', { text }),
      'situation.criterion-removed': ({ text }) => t('criterionRemoved', { text }),
      'situation.link-added': ({ label, url }) => t('linkAdded', { what: label === '' ? url : label }),
      'situation.link-removed': ({ label, url }) => t('linkRemoved', { what: label === '' ? url : label }),
      'situation.attention-set': ({ expected }) => t(expected ? 'attention' : 'attentionOver'),
      'task.assigned': ({ number, assignee }) => t('taskGiven', { number, name: nameOf(assignee) }),
      'task.reassigned': ({ number, to }) => t('taskGiven', { number, name: nameOf(to) }),
      'task.extended': ({ number }) => t('taskExtended', { number }),
      'task.done': ({ number }) => t('taskDone', { number }),
      'task.failed': ({ number }) => t('taskFailed', { number }),
      'task.cancelled': ({ number }) => t('taskCancelled', { number }),
      'follow-up.kept': () => t('kept'),
      'follow-up.dropped': () => t('dropped'),
      'checklist.step-ticked': () => t('ticked'),
      'checklist.step-unticked': () => t('unticked'),
      'checklist.step-skipped': () => t('skipped'),
      'relation.added': ({ key }) => t('related', { key }),
      'relation.removed': ({ key }) => t('unrelated', { key }),
      'timeline.entry-edited': () => t('edited'),
      'timeline.entry-retracted': () => t('retracted'),
      'timeline.entry-restored': () => t('restored'),
      'timeline.entry-pinned': () => t('pinned'),
      'timeline.entry-unpinned': () => t('unpinned'),
    };
    return ({ events }) => {
      const [first] = events;
      const worded = first === undefined ? undefined : (table[first.type] as ((data: unknown) => string) | undefined);
      return worded?.(first?.data) ?? (isImport(events) ? t('imported', { count: events.length }) : t('written'));
    };
  }, [t, words, common, people, roles]);
};

export const isImport = ([first]: Undoable['events']): boolean =>
  first?.type === 'timeline.entry-added' && first.data.importId !== undefined;

type Current = Parameters<ReturnType<typeof useChangeWords>>[1] & { readonly field?: WordedField };

/** Why something was not taken back: who changed it since, to what and when, as far as the server says so. */
export const useRefusalWords = (): ((problem: NonNullable<UndoNotice['problem']>) => string) => {
  const t = useTranslations('undo');
  const changeWords = useChangeWords();
  const problemWords = useProblemWords();
  return useCallback(
    (problem) => {
      const current = problem.current as Partial<Current> | undefined;
      if (current?.field === undefined || current.by === undefined || current.at === undefined) {
        return problemWords(problem);
      }
      return t('changedSince', { change: changeWords(current.field, { ...current, by: current.by, at: current.at }) });
    },
    [t, changeWords, problemWords],
  );
};
