import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { StaleChoice } from '../../widgets/editing/stale-choice.tsx';
import { useActorNames } from '../../widgets/person.tsx';
import type { UpdateDraft } from './update-draft.ts';

type Props = {
  update: StatusUpdate;
  draft: UpdateDraft;
  onChange: (fields: Partial<UpdateDraft>) => void;
  onTakeTheirs: () => void;
};

/** Somebody revised the draft while it was written here: both texts, and the choice. */
export const Overtaken = ({ update, draft, onChange, onTakeTheirs }: Props) => {
  const actor = useActorNames();
  const base = { revision: update.revision, text: update.content.text };
  return (
    <StaleChoice
      base={draft.base?.text ?? ''}
      mine={draft.text}
      theirs={update.content.text}
      name={actor(update.revisedBy)}
      onMine={() => onChange({ base })}
      onTheirs={onTakeTheirs}
      onMerged={(text) => onChange({ text, base })}
    />
  );
};
