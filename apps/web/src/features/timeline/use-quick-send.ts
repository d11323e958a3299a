import type { Incident } from '@sitrep/shared/incidents/state';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { wayToGive } from '@sitrep/shared/rooms/roles/way-to-give';
import type { Attachment } from '@sitrep/shared/timeline/attachment';
import { useState } from 'react';
import { useLiveClient, usePeople, useRoomPart } from '../../live/react.tsx';
import { commandDefinition } from '@sitrep/shared/protocol/catalogue';
import { faultOf } from '../../live/send-command.ts';
import { useAnyCommand, useCommand } from '../../live/use-command.ts';
import type { CommandProblem } from '../../live/command-problem.ts';
import { useMay } from '../../widgets/gate.ts';
import { useMe } from '../../widgets/me.ts';
import { openUpdateComposer } from '../../widgets/update-composer.ts';
import { useIsActive } from '../../widgets/person.tsx';
import type { QuickEntry, QuickProblem } from './quick-entry.ts';
import { followUpIn } from './quick/tasks.ts';
import { idOfHandle } from './use-quick-context.ts';
import { useWriteAndKeep } from './use-write-and-keep.ts';

/** What the composer can say about a line that was not accepted; its text stays. */
export type SendProblem =
  | QuickProblem
  | { readonly code: 'person-unknown'; readonly value: string }
  | { readonly code: 'lowering-reason'; readonly severity: number }
  | { readonly code: 'file-failed' };

type Outcome = {
  readonly accepted: () => void;
  readonly explain: (problem: SendProblem) => void;
  /** Shown with what is written; other commands leave them where they are. */
  readonly attachments: readonly Attachment[];
};

export type QuickSend = {
  readonly send: (entry: QuickEntry, outcome: Outcome) => void;
  readonly busy: boolean;
  readonly problem: CommandProblem | null;
  /** Forgets the last refusal. */
  readonly reset: () => void;
};

const whole = (parts: RoomParts): RoomParts => parts;

/** Gives the command that a line stands for. Notes are on their way at once; the rest is accepted when confirmed. */
export const useQuickSend = (incident: Incident): QuickSend => {
  const me = useMe();
  const { serverNow } = useLiveClient();
  const { people } = usePeople();
  const isActive = useIsActive();
  const write = useCommand('timeline.add-entry');
  const severity = useCommand('incident.change-severity');
  const status = useCommand('incident.change-status');
  const service = useCommand('incident.add-service');
  const close = useCommand('incident.close');
  const reopen = useCommand('incident.reopen');
  const writeAndKeep = useWriteAndKeep();
  const mayRespond = useMay('incident.respond');
  const any = useAnyCommand();
  // Apart: what waits in the outbox holds nobody up.
  const optimistic = useAnyCommand();
  const confirmed = [any, severity, status, service, close, reopen];
  const [problem, setProblem] = useState<CommandProblem | null>(null);

  const { id: incidentId } = incident;
  const parts = useRoomPart(incidentId, whole);
  const send: QuickSend['send'] = (entry, { accepted, explain, attachments }) => {
    setProblem(null);
    const options = { onSuccess: accepted, onError: setProblem };
    switch (entry.does) {
      case 'nothing':
        return;
      case 'explain':
        return explain(entry.problem);
      case 'write': {
        const { does: _does, ...fields } = entry;
        // It happened when it was written, however long it then waits in the outbox.
        const written = {
          incidentId,
          happenedAt: serverNow(),
          ...fields,
          ...(attachments.length === 0 ? {} : { attachments: [...attachments] }),
        };
        const later = mayRespond ? followUpIn(entry) : undefined;
        if (later === undefined) write.mutate(written);
        else writeAndKeep(written, later);
        return accepted();
      }
      case 'send': {
        const { type } = entry;
        const command = { incidentId, ...entry.command };
        // The server answers these, and knows incidents by their keys too.
        if (commandDefinition(type).mode === 'confirmed') return any.mutate({ type, command }, options);
        // The line stays, with the reason.
        const fault = faultOf(type, command);
        if (fault !== undefined) return setProblem(fault);
        optimistic.mutate({ type, command });
        return accepted();
      }
      case 'open':
        openUpdateComposer({ incidentId, audience: 'external', ...(entry.text === '' ? {} : { text: entry.text }) });
        return accepted();
      case 'change-severity':
        // Lowering takes a reason; said here, because the way to add one is to type on.
        if (entry.severity > incident.severity && entry.reason === undefined) {
          return explain({ code: 'lowering-reason', severity: entry.severity });
        }
        return severity.mutate({ incidentId, severity: entry.severity, ...reasonOf(entry) }, options);
      case 'change-status':
        return status.mutate({ incidentId, status: entry.status, ...reasonOf(entry) }, options);
      case 'add-service':
        return service.mutate({ incidentId, service: entry.service }, options);
      case 'close':
        return close.mutate({ incidentId, reason: entry.reason }, options);
      case 'reopen':
        return reopen.mutate({ incidentId, reason: entry.reason }, options);
      case 'give-role': {
        const userId = entry.handle === undefined ? me.id : idOfHandle(people, entry.handle);
        if (userId === undefined) return explain({ code: 'person-unknown', value: entry.handle ?? '' });
        const { role } = entry;
        const type = wayToGive({ incident, roster: parts.roster, role, to: userId, by: me.id, isActive });
        const whom = type === 'role.offer' || type === 'incident.assign-role' ? { userId } : {};
        return any.mutate({ type, command: { incidentId, role, ...whom } }, options);
      }
    }
  };
  return { send, busy: confirmed.some(({ isPending }) => isPending), problem, reset: () => setProblem(null) };
};

const reasonOf = ({ reason }: { readonly reason?: string }): { reason?: string } =>
  reason === undefined ? {} : { reason };
