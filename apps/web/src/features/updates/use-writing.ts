import type { Incident } from '@sitrep/shared/incidents/state';
import type { UpdateId } from '@sitrep/shared/kernel/ids';
import type { Audience } from '@sitrep/shared/settings/values';
import type { UpdateContent } from '@sitrep/shared/updates/events';
import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { newId } from '../../live/ids.ts';
import { useCommand } from '../../live/use-command.ts';
import type { CommandProblem } from '../../live/command-problem.ts';
import { isSameContent } from './update-draft.ts';

type About = {
  readonly incident: Pick<Incident, 'id'>;
  readonly audience: Audience;
  /** Nothing for a new one. */
  readonly update: StatusUpdate | undefined;
};

export type Writing = {
  /** The rest of the room has it as a draft. */
  readonly save: (content: UpdateContent, saved: () => void) => void;
  readonly askApproval: (content: UpdateContent, saved: () => void) => void;
  readonly publish: (content: UpdateContent, withoutApproval: string | undefined, done: () => void) => void;
  readonly busy: boolean;
  readonly problem: CommandProblem | null;
};

/** What becomes of a text once it is written: each way begins with what is new in it. */
export const useWriting = ({ incident, audience, update }: About): Writing => {
  const incidentId = incident.id;
  const draft = useCommand('update.draft');
  const revise = useCommand('update.revise');
  const request = useCommand('update.request-approval');
  const publish = useCommand('update.publish');
  const announce = useCommand('update.announce');

  /** A new draft cannot be refused for what others did; a revision is there once it is accepted. */
  const save = async (content: UpdateContent): Promise<UpdateId> => {
    if (update === undefined) {
      const updateId = newId() as UpdateId;
      draft.mutate({ incidentId, updateId, audience, ...content });
      return updateId;
    }
    if (!isSameContent(content, update.content)) {
      await revise.mutateAsync({ incidentId, updateId: update.id, baseRevision: update.revision, ...content });
    }
    return update.id;
  };

  const publishRevised = (
    { id: updateId, revision, content: former }: StatusUpdate,
    content: UpdateContent,
    reason: { readonly withoutApproval?: string },
    done: () => void,
  ): void => {
    const go = (seen: number): void =>
      publish.mutate({ incidentId, updateId, revision: seen, ...reason }, { onSuccess: done });
    if (isSameContent(content, former)) return go(revision);
    // What is published is the text that was accepted, and no other.
    revise.mutate({ incidentId, updateId, baseRevision: revision, ...content }, { onSuccess: () => go(revision + 1) });
  };

  return {
    save: (content, saved) => void save(content).then(saved, shownWithTheDraft),
    askApproval: (content, saved) =>
      void save(content).then((updateId) => {
        saved();
        request.mutate({ incidentId, updateId });
      }, shownWithTheDraft),
    publish: (content, withoutApproval, done) => {
      const reason = withoutApproval === undefined ? {} : { withoutApproval };
      if (update !== undefined) return publishRevised(update, content, reason, done);
      announce.mutate({ incidentId, audience, ...content, ...reason }, { onSuccess: done });
    },
    busy: [revise, publish, announce].some(({ isPending }) => isPending),
    problem: publish.error ?? announce.error ?? revise.error,
  };
};

/** What was refused waits among what is unsent, and its card says why. */
const shownWithTheDraft = (): void => undefined;
