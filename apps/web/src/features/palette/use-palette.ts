import { compensation } from '@sitrep/shared/protocol/undo';
import { commandDefinition } from '@sitrep/shared/protocol/catalogue';
import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import { IncidentId } from '@sitrep/shared/kernel/ids';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommandProblem } from '../../live/command-problem.ts';
import { useLiveClient } from '../../live/react.tsx';
import { withSameIdOnRetry } from '../../live/same-id-on-retry.ts';
import { runKey } from '../../ui/keys/bound.ts';
import { showToast } from '../../ui/toast.ts';
import { useMe } from '../../widgets/me.ts';
import { useProblemWords } from '../../widgets/problem.tsx';
import type { OfferedCommand } from './commands/left-out.ts';
import { nextStep, wantedBy, type Args } from './commands/plan.ts';
import type { PaletteItem, Place, Subject } from './items.ts';
import { readRecent, rememberChoice } from './recent.ts';
import { useContextRoom, useJudge } from './use-context-room.ts';

/** Where one stands: at the beginning, at a thing, or in the middle of a command. */
export type Frame =
  | { readonly at: 'root' }
  | { readonly at: 'subject'; readonly subject: Subject; readonly said: readonly string[] }
  | {
      readonly at: 'command';
      readonly type: OfferedCommand;
      readonly args: Args;
      /** The answers so far, in words. */
      readonly said: readonly string[];
      /** A field that a refusal asked for. */
      readonly wanted?: string;
    };

const ROOT: Frame = { at: 'root' };

type Props = {
  /** The incident of the room or of the focused row. */
  readonly context: IncidentId | undefined;
  readonly readAhead: () => string;
  readonly onClose: () => void;
  readonly onGo: (place: Place) => void;
};

export const usePalette = ({ context, readAhead, onClose, onGo }: Props) => {
  const t = useTranslations('palette');
  const me = useMe();
  const { sendCommand } = useLiveClient();
  const problemWords = useProblemWords();
  const [trail, setTrail] = useState<readonly Frame[]>([ROOT]);
  const [typed, setTyped] = useState(readAhead);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [recent] = useState(() => readRecent(me.id));
  const sender = useRef<{ readonly type: OfferedCommand; readonly send: (draft: never) => Promise<CommandAnswer> }>(
    undefined,
  );

  const frame = trail.at(-1) ?? ROOT;
  const named = frame.at === 'command' ? IncidentId.safeParse(frame.args['incidentId']).data : undefined;
  const incidentId = named ?? context;
  const room = useContextRoom(incidentId);
  const judge = useJudge(incidentId, room);

  const push = (next: Frame): void => {
    setTrail([...trail, next]);
    setTyped('');
    setProblem(undefined);
  };
  const back = (): void => {
    if (trail.length === 1) onClose();
    setTrail(trail.length === 1 ? trail : trail.slice(0, -1));
    setTyped('');
    setProblem(undefined);
  };

  const said = (answer: CommandAnswer, words: readonly string[]): void => {
    const [first] = answer.events;
    if (first?.type === 'incident.declared') onGo({ to: 'incident', key: first.data.key });
    else if (answer.outcome === 'unchanged') showToast({ title: t('already') });
    // What can be taken back is told of together with the way to do so.
    else if (compensation(answer.events).length === 0) showToast({ title: t('done', { what: words.join(' › ') }) });
  };

  const send = async (type: OfferedCommand, args: Args, words: readonly string[]): Promise<void> => {
    if (sender.current?.type !== type) sender.current = { type, send: withSameIdOnRetry(sendCommand, type) };
    const accepted = sender.current.send(args as never);
    if (commandDefinition(type).mode === 'optimistic') {
      onClose();
      // Its entry says what has become of it.
      await accepted.catch(() => undefined);
      return;
    }
    setBusy(true);
    try {
      const answer = await accepted;
      onClose();
      said(answer, words);
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      const missing = error.faults.map(({ path }) => path);
      const wanted = wantedBy({ says: 'refused', why: error.detail, missing }, type, args);
      if (wanted !== undefined) push({ at: 'command', type, args, said: words, wanted: wanted.name });
      setProblem(problemWords(error));
    } finally {
      setBusy(false);
    }
  };

  const goOn = (type: OfferedCommand, args: Args, words: readonly string[], reviewed = false): void => {
    const next = nextStep(type, args, judge, reviewed);
    if (next.step === 'send') void send(type, args, words);
    else push({ at: 'command', type, args, said: words });
  };

  /** One more answer to what is asked. */
  const answer = (name: string, value: unknown, words: string, more: Args = {}): void => {
    if (frame.at === 'command') goOn(frame.type, { ...frame.args, ...more, [name]: value }, [...frame.said, words]);
  };

  const choose = ({ id, blocked, choice }: PaletteItem, asked?: string): void => {
    if (blocked !== undefined || busy) return;
    if (!/^(answer|past|jump)\//.test(id)) rememberChoice(me.id, id);
    switch (choice.does) {
      case 'go':
        onClose();
        return onGo(choice.place);
      case 'set':
        onClose();
        return choice.run();
      case 'run-key':
        onClose();
        // The focus goes back first; what the key does may move it.
        return void requestAnimationFrame(() => requestAnimationFrame(() => runKey(choice.id)));
      case 'show':
        return push({ at: 'subject', subject: choice.subject, said: [choice.subject.name] });
      case 'command':
        return goOn(choice.type, choice.args, choice.said);
      case 'answer':
        return asked === undefined ? undefined : answer(asked, choice.value, choice.said);
      case 'confirm':
        return frame.at === 'command' ? goOn(frame.type, frame.args, frame.said, true) : undefined;
      case 'back':
        return back();
    }
  };

  return {
    frame,
    depth: trail.length,
    typed,
    setTyped,
    back,
    choose,
    answer,
    busy,
    problem,
    recent,
    incidentId,
    room,
    judge,
  };
};

export type PaletteState = ReturnType<typeof usePalette>;
