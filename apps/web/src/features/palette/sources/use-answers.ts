import type { CommandField } from '@sitrep/shared/protocol/command-fields';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomView } from '../../../live/live-client.ts';
import { useAlerts, useBoard, useLiveClient, usePeople, useSettings } from '../../../live/react.tsx';
import { bothStamps, localClock } from '../../../widgets/time-format.ts';
import type { OfferedCommand } from '../commands/left-out.ts';
import { judgeAnswer, type Args, type Judge } from '../commands/plan.ts';
import { timeMeantBy } from '../commands/time-answer.ts';
import type { Mark, PaletteItem } from '../items.ts';
import { useChoiceWords } from '../use-choice-words.ts';
import { servicesOf } from './thing-items.ts';
import { thingsInRoom } from './things-in-room.ts';
import { useBlockedWords } from './use-command-items.ts';

type Asked = {
  readonly type: OfferedCommand;
  readonly args: Args;
  readonly field: CommandField;
  readonly room: RoomView | undefined;
  readonly judge: Judge;
};

type Answer = {
  readonly value: unknown;
  readonly title: string;
  readonly detail?: string;
  readonly keywords?: string;
  readonly mark?: Mark;
};

const MINUTES = [5, 10, 15, 30, 60] as const;
const NEWEST = 200;

/** The local options for one field of a command; what cannot be is marked with the reason, as the server would say it. */
export const useAnswers = ({ type, args, field, room, judge }: Asked, typed: string): readonly PaletteItem[] => {
  const answers = useAnswersOf(field, type, room, typed);
  const blockedWords = useBlockedWords();
  return useMemo(
    () =>
      answers.map(({ value, title, detail, keywords, mark }, place): PaletteItem => {
        const blocked = blockedWords(judgeAnswer(judge, type, { ...args, [field.name]: value }));
        return {
          id: `answer/${field.name}/${typeof value === 'string' || typeof value === 'number' ? value : place}`,
          group: 'answers',
          title,
          detail,
          ...(keywords === undefined ? {} : { keywords }),
          weight: answers.length - place,
          mark: mark ?? { is: 'group', group: 'answers' },
          blocked,
          choice: { does: 'answer', value, said: title },
        };
      }),
    [answers, args, field.name, type, judge, blockedWords],
  );
};

const useAnswersOf = (
  field: CommandField,
  type: OfferedCommand,
  room: RoomView | undefined,
  typed: string,
): readonly Answer[] => {
  const things = useThings(field, type, room);
  const choiceWords = useChoiceWords();
  const services = useServiceAnswers(room, typed);
  const times = useTimeAnswers(field.nullable, typed);
  const { roles } = useSettings().values;
  return useMemo(() => {
    switch (field.value.is) {
      case 'thing':
        return things;
      case 'choice':
        return [
          ...field.value.options.map((option) => ({ value: option, ...choiceWords(field, option) })),
          ...(field.value.vocabulary === 'role' ? roles.map(({ id, name }) => ({ value: id, title: name })) : []),
        ];
      case 'service':
        return services;
      case 'time':
        return times;
      case 'flag':
      case 'text':
      case 'structure':
        return [];
    }
  }, [field, things, choiceWords, services, times, roles]);
};

const useThings = (field: CommandField, type: OfferedCommand, room: RoomView | undefined): readonly Answer[] => {
  const { rows } = useBoard();
  const { people, teams } = usePeople();
  const alerts = useAlerts();
  const kind = field.value.is === 'thing' ? field.value.thing : undefined;
  return useMemo((): readonly Answer[] => {
    switch (kind) {
      case 'incident':
        return rows.map(({ id, key, title, severity, services }) => ({
          value: id,
          title,
          detail: key,
          keywords: [key, ...services].join(' '),
          mark: { is: 'severity', severity },
        }));
      case 'person':
        return [...people.values()]
          .filter(({ active }) => active !== (type === 'people.reactivate'))
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .map(({ id, name, handle }) => ({
            value: id,
            title: name,
            detail: `@${handle}`,
            keywords: handle,
            mark: { is: 'person', name },
          }));
      case 'team':
        return teams.map(({ id, name }) => ({ value: id, title: name }));
      case 'alert':
        return alerts.rows.map(({ id, title, service }) => ({ value: id, title, detail: service ?? '' }));
      case 'entry':
        return (room?.entries ?? [])
          .slice(-NEWEST)
          .toReversed()
          .flatMap((entry) =>
            entry.origin === 'written'
              ? [{ value: entry.id, title: entry.text.slice(0, 120), detail: localClock(entry.happenedAt) }]
              : [],
          );
      // Told apart by their own lists, if at all: no command that is offered asks for one.
      case 'invite':
      case 'file':
      case 'import':
      case 'integration':
      case undefined:
        return [];
      case 'hypothesis':
      case 'mitigation':
      case 'objection':
      case 'task':
      case 'follow-up':
      case 'need':
      case 'criterion':
      case 'link':
      case 'update':
        return thingsInRoom(kind, room?.parts);
    }
  }, [kind, type, rows, people, teams, alerts.rows, room?.entries, room?.parts]);
};

/** What is known; and what is typed, since the catalogue of services comes later. */
const useServiceAnswers = (room: RoomView | undefined, typed: string): readonly Answer[] => {
  const t = useTranslations('palette');
  const { rows } = useBoard();
  return useMemo(() => {
    const known = [...new Set([...(room?.incident?.services ?? []), ...servicesOf(rows)])];
    const text = typed.trim();
    const own = text === '' || known.includes(text) ? [] : [text];
    return [
      ...known.map((service) => ({ value: service, title: service })),
      ...own.map((service) => ({ value: service, title: t('addService', { service }), keywords: service })),
    ];
  }, [rows, room?.incident?.services, typed, t]);
};

const useTimeAnswers = (nullable: boolean, typed: string): readonly Answer[] => {
  const t = useTranslations('palette');
  const { serverNow } = useLiveClient();
  return useMemo(() => {
    const now = serverNow();
    const meant = timeMeantBy(typed, now);
    const ago = MINUTES.map((minutes) => ({
      value: now - minutes * 60_000,
      title: t('minutesAgo', { minutes }),
      detail: bothStamps(now - minutes * 60_000),
    }));
    return [
      ...(meant === undefined
        ? []
        : [
            {
              value: meant,
              title: t('atTime', { time: localClock(meant, true) }),
              detail: bothStamps(meant),
              keywords: typed,
            },
          ]),
      { value: now, title: t('now'), detail: bothStamps(now) },
      ...ago,
      ...(nullable ? [{ value: null, title: t('never') }] : []),
    ];
  }, [nullable, typed, serverNow, t]);
};
