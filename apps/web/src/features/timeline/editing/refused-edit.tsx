import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { CommandOf } from '@sitrep/shared/protocol/catalogue';
import type { RoomEntry } from '../../../live/live-client.ts';
import { useUnsent } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { useActorNames } from '../../../widgets/person.tsx';
import { StaleChoice } from '../../../widgets/editing/stale-choice.tsx';

type Written = Extract<RoomEntry, { origin: 'written' }>;
type Edit = CommandOf<'timeline.edit-entry'>;

/** The edit that the server refused because somebody else's came first; nothing for any other refusal. */
export const refusedEditOf = ({ refused, problem, retracted }: Written): Edit | undefined =>
  refused?.type === 'timeline.edit-entry' && problem?.code === 'conflict' && retracted === undefined
    ? (refused.command as Edit)
    : undefined;

type Props = { entry: Written; edit: Edit; incidentId: IncidentId };

/** The same choice as while writing, for an edit that waited and came too late. */
export const RefusedEdit = ({ entry, edit, incidentId }: Props) => {
  const actor = useActorNames();
  const { refused, discard } = useUnsent();
  const { mutate } = useCommand('timeline.edit-entry');
  const { baseRevision, text, kind, happenedAt, confidence } = edit;
  // What was written on top of a refused edit was refused with it: the last text has all of them.
  const letGo = (): void => {
    for (const { commandId, type, entryId } of refused) {
      if (type === 'timeline.edit-entry' && entryId === entry.id) discard(commandId);
    }
  };
  const save = (chosen: string): void => {
    mutate({
      incidentId,
      entryId: entry.id,
      baseRevision: entry.revision,
      text: chosen,
      ...(kind === undefined ? {} : { kind }),
      ...(happenedAt === undefined ? {} : { happenedAt }),
      ...(confidence === undefined ? {} : { confidence }),
    });
    letGo();
  };
  return (
    <StaleChoice
      base={entry.history[baseRevision - 1]?.text ?? entry.text}
      mine={text}
      theirs={entry.text}
      name={actor(entry.editedBy ?? entry.by)}
      onMine={() => save(text)}
      onTheirs={letGo}
      onMerged={save}
    />
  );
};
