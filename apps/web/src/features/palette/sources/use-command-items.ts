import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { can } from '@sitrep/shared/kernel/permissions';
import { commandDefinition } from '@sitrep/shared/protocol/catalogue';
import { commandFields } from '@sitrep/shared/protocol/command-fields';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomView } from '../../../live/live-client.ts';
import { useConnection } from '../../../live/react.tsx';
import { useActor } from '../../../widgets/me.ts';
import type { OfferedCommand } from '../commands/left-out.ts';
import { askedFields, judgeAnswer, OFFERED, type Args, type Judge, type Judgement } from '../commands/plan.ts';
import { commandTitle } from '../commands/titles.ts';
import type { PaletteItem, Subject } from '../items.ts';
import { useChoiceWords } from '../use-choice-words.ts';

export type CommandSurroundings = {
  readonly incidentId: IncidentId | undefined;
  readonly room: RoomView | undefined;
  readonly judge: Judge;
};

export type CommandGate = (type: OfferedCommand) => string | undefined;

/** Why a command cannot be given at all: who may, or that the connection is lost. */
export const useCommandGate = (room: RoomView | undefined): CommandGate => {
  const t = useTranslations('gate');
  const actor = useActor();
  const { canConfirm } = useConnection();
  const holders = room?.incident?.roles;
  return useCallback(
    (type) => {
      const { action, mode } = commandDefinition(type);
      // Whoever may do it with what they wrote themselves is not kept from choosing it.
      const verdict = can(actor, action, { owner: undefined, ...(holders === undefined ? {} : { holders }) });
      const own = can(actor, action, actor.kind === 'user' ? { owner: actor.userId } : {});
      if (!verdict.allowed && !own.allowed) return t('rights', { who: verdict.who });
      return mode === 'confirmed' && !canConfirm ? t('offline') : undefined;
    },
    [actor, canConfirm, holders, t],
  );
};

export const useBlockedWords = (): ((judgement: Judgement) => string | undefined) => {
  const t = useTranslations('palette');
  return useCallback(
    (judgement) => {
      if (judgement.says === 'nothing') return t('already');
      return judgement.says === 'refused' ? judgement.why : undefined;
    },
    [t],
  );
};

/** Every command of the registry that can be asked for, about the incident at hand where it is about one. */
export const useCommandItems = ({ incidentId, room, judge }: CommandSurroundings): readonly PaletteItem[] => {
  const gate = useCommandGate(room);
  const blockedWords = useBlockedWords();
  const choiceWords = useChoiceWords();
  const t = useTranslations('palette.also');
  return useMemo(() => {
    const alsoOf = (type: OfferedCommand): string => {
      const key = type as 'incident.add-service';
      return t.has(key) ? t(key) : '';
    };
    const itemsOf = (type: OfferedCommand): readonly PaletteItem[] => {
      const { title, detail } = commandTitle(type);
      const isAboutIncident = commandFields(type).some(({ name, required }) => name === 'incidentId' && required);
      const args: Args = isAboutIncident && incidentId !== undefined ? { incidentId } : {};
      const barred = gate(type);
      const base = {
        group: 'commands',
        mark: { is: 'group', group: 'commands' },
        weight: (isAboutIncident && incidentId !== undefined ? 1 : 0) - (barred === undefined ? 0 : 2),
      } as const;
      const whole: PaletteItem = {
        ...base,
        id: `command/${type}`,
        title,
        detail,
        keywords: alsoOf(type),
        blocked: barred ?? blockedWords(judgeAnswer(judge, type, args)),
        choice: { does: 'command', type, args, said: [title] },
      };
      const [first] = askedFields(type).filter(({ name }) => !Object.hasOwn(args, name));
      if (first?.value.is !== 'choice') return [whole];
      const expanded = first.value.options.map((option): PaletteItem => {
        const words = choiceWords(first, option);
        const answered = { ...args, [first.name]: option };
        return {
          ...base,
          id: `command/${type}/${option}`,
          title: `${title}: ${words.title}`,
          keywords: `${option} ${words.detail ?? ''}`,
          detail: words.detail,
          ...(words.mark === undefined ? {} : { mark: words.mark }),
          blocked: barred ?? blockedWords(judgeAnswer(judge, type, answered)),
          onlyFound: true,
          choice: { does: 'command', type, args: answered, said: [title, words.title] },
        };
      });
      return [whole, ...expanded];
    };
    return OFFERED.flatMap(itemsOf);
  }, [incidentId, judge, gate, blockedWords, choiceWords, t]);
};

/** What can be done with a person, a service or an alert: the commands that ask for one, with it filled in. */
export const aboutSubject = (items: readonly PaletteItem[], { thing, value, name }: Subject): readonly PaletteItem[] =>
  items.flatMap((item): readonly PaletteItem[] => {
    if (item.choice.does !== 'command' || item.onlyFound === true) return [];
    const { type, args, said } = item.choice;
    const field = askedFields(type).find((asked) =>
      asked.value.is === 'thing' ? asked.value.thing === thing : asked.value.is === thing,
    );
    if (field === undefined || Object.hasOwn(args, field.name)) return [];
    const choice = { does: 'command', type, args: { ...args, [field.name]: value }, said: [...said, name] } as const;
    return [{ ...item, choice }];
  });
