import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Judge } from '../commands/plan.ts';
import { entryOf, writtenIn, type Written } from '../commands/written.ts';
import type { PaletteItem } from '../items.ts';
import type { CommandGate } from './use-command-items.ts';
import { useBlockedWords } from './use-command-items.ts';

type Surroundings = { readonly incidentId: IncidentId | undefined; readonly judge: Judge; readonly gate: CommandGate };

/** What a text can become in the room at hand: first where it says so itself, and where nothing else matches. */
export const useWrittenItems = (typed: string, { incidentId, judge, gate }: Surroundings) => {
  const t = useTranslations('palette');
  const words = useTranslations('words');
  const blockedWords = useBlockedWords();
  return useMemo(() => {
    if (incidentId === undefined || typed.trim() === '') return { asked: [], otherwise: [] };
    const itemOf = ({ type, args, as, text }: Written): PaletteItem => {
      const title =
        as === 'service' ? t('addService', { service: text }) : t('writeAs', { kind: words(`kind.${as}`), text });
      const all = { incidentId, ...args };
      return {
        id: `answer/written/${as}`,
        group: 'commands',
        title,
        mark: { is: 'group', group: 'commands' },
        blocked: gate(type) ?? blockedWords(judge(type, all)),
        choice: { does: 'command', type, args: all, said: [title] },
      };
    };
    const asked = writtenIn(typed);
    const either = [entryOf('note', typed.trim()), entryOf('decision', typed.trim())];
    return {
      asked: asked === undefined ? [] : [itemOf(asked)],
      otherwise: either.map((written): PaletteItem => ({ ...itemOf(written), unasked: true })),
    };
  }, [typed, incidentId, judge, gate, blockedWords, t, words]);
};
