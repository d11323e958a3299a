import type { Incident } from '@sitrep/shared/incidents/state';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLiveClient } from '../../live/react.tsx';
import { isUnderWay } from './files/file-queue.ts';
import { useFileQueue } from './files/use-file-queue.ts';
import { withFiles } from './files/with-files.ts';
import { parseQuickEntry } from './quick-entry.ts';
import { useQuickContext } from './use-quick-context.ts';
import { useQuickSend, type SendProblem } from './use-quick-send.ts';

type Submitting = Pick<ReturnType<typeof useQuickSend>, 'busy'> &
  ReturnType<typeof useFileQueue> & {
    /** `onSent`: once it is on its way, or confirmed where it has to be. */
    readonly submit: (text: string, onSent: () => void) => void;
    readonly problem: SendProblem | undefined;
    readonly refusal: ReturnType<typeof useQuickSend>['problem'];
    /** Files that the line waits for; 0 where nobody asked to send it. */
    readonly waitsFor: number;
    /** The line is another one now: what was said of it, and the wish to send it, are over. */
    readonly changed: () => void;
  };

type Waiting = { readonly text: string; readonly onSent: () => void };

/** Sends the line, once the files that go with it are up. */
export const useSubmit = (incident: Incident): Submitting => {
  const { serverNow } = useLiveClient();
  const { queue, state } = useFileQueue(incident.id);
  const { send, busy, problem: refusal, reset } = useQuickSend(incident);
  const context = useQuickContext(incident);
  const [problem, setProblem] = useState<SendProblem>();
  const [waits, setWaits] = useState(false);
  // Beside the state: the queue tells of changes that sending makes, before anything is drawn again.
  const waiting = useRef<Waiting>(undefined);
  const waitFor = (next: Waiting | undefined): void => {
    waiting.current = next;
    setWaits(next !== undefined);
  };
  const underWay = state.files.filter(isUnderWay).length;

  const submit = (text: string, onSent: () => void): void => {
    const { files } = queue.getState();
    if (files.some(isUnderWay)) return waitFor({ text, onSent });
    waitFor(undefined);
    if (files.some(({ progress: { step } }) => step !== 'done')) return setProblem({ code: 'file-failed' });
    const attachments = files.flatMap(({ progress }) => (progress.step === 'done' ? [progress.attachment] : []));
    const entry = withFiles(parseQuickEntry(text, serverNow(), context()), attachments);
    send(entry, {
      attachments,
      explain: setProblem,
      accepted: () => {
        if (entry.does === 'write') queue.take();
        onSent();
      },
    });
  };
  const submitWaiting = useEffectEvent(() => {
    const line = waiting.current;
    if (line !== undefined) submit(line.text, line.onSent);
  });
  // The queue lives outside of React: told by it, not by a render, that the last file is up.
  useEffect(
    () =>
      queue.subscribe(({ files }) => {
        if (!files.some(isUnderWay)) submitWaiting();
      }),
    [queue],
  );

  return {
    queue,
    state,
    submit,
    busy,
    problem,
    refusal,
    waitsFor: waits ? underWay : 0,
    changed: () => {
      setProblem(undefined);
      waitFor(undefined);
      reset();
    },
  };
};
