import type { IncidentId, UserId } from '@sitrep/shared/kernel/ids';
import type { Audience } from '@sitrep/shared/settings/values';
import { ComponentState, type UpdateContent } from '@sitrep/shared/updates/events';
import type { StatusUpdate } from '@sitrep/shared/updates/state';
import { gapsIn } from '@sitrep/shared/updates/template';
import * as z from 'zod/mini';
import { fromLocalInput, localDay, localClock } from '../../widgets/time-format.ts';

/** An update that is being written here, with the revision that its writer had before their eyes. */
const UpdateDraft = z.object({
  text: z.string(),
  components: z.array(z.object({ name: z.string(), state: ComponentState })),
  /** As the field for a time holds it; empty where no time is told. */
  next: z.string(),
  templateId: z.optional(z.string()),
  base: z.optional(z.object({ revision: z.int(), text: z.string() })),
});
export type UpdateDraft = z.output<typeof UpdateDraft>;

/** Of this user alone: another one at the same browser never sees it. `about`: the draft, or the audience of a new one. */
export const updateDraftKey = (user: UserId, incident: IncidentId, about: string): string =>
  `sitrep:${user}:${incident}:update:${about}`;

export const parseUpdateDraft = (stored: string | undefined): UpdateDraft | undefined => {
  if (stored === undefined) return undefined;
  try {
    return UpdateDraft.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
};

/** To the minute: nobody promises seconds. */
export const timeField = (at: number): string => `${localDay(at)}T${localClock(at)}`;

export const draftOfContent = (content: UpdateContent): UpdateDraft => ({
  text: content.text,
  components: content.components,
  next: content.nextAt === undefined ? '' : timeField(content.nextAt),
  ...(content.templateId === undefined ? {} : { templateId: content.templateId }),
});

export const draftOfUpdate = ({ content, revision }: StatusUpdate): UpdateDraft => ({
  ...draftOfContent(content),
  base: { revision, text: content.text },
});

/** What the commands take of it: components without a name are not there yet. */
export const contentOf = ({ text, components, next, templateId }: UpdateDraft): UpdateContent => {
  const nextAt = next === '' ? undefined : fromLocalInput(next);
  return {
    text: text.trimEnd(),
    components: components.map(({ name, state }) => ({ name: name.trim(), state })).filter(({ name }) => name !== ''),
    ...(nextAt === undefined ? {} : { nextAt }),
    ...(templateId === undefined ? {} : { templateId }),
  };
};

export const isSameContent = (a: UpdateContent, b: UpdateContent): boolean =>
  a.text === b.text &&
  a.nextAt === b.nextAt &&
  a.components.length === b.components.length &&
  a.components.every((one, index) => {
    const other = b.components[index];
    return one.name === other?.name && one.state === other.state;
  });

/** Somebody else's update stands where the writer's would go. */
export const isOvertaken = (draft: UpdateDraft, update: StatusUpdate | undefined): boolean =>
  draft.base !== undefined &&
  update !== undefined &&
  update.revision !== draft.base.revision &&
  !isSameContent(update.content, contentOf(draft));

export type Obstacle =
  | { readonly code: 'empty' }
  | { readonly code: 'gap'; readonly gap: string }
  | { readonly code: 'nextPassed' };

/** Why it cannot go out as it stands. */
export const obstacle = (content: UpdateContent, now: number): Obstacle | undefined => {
  if (content.text.trim() === '') return { code: 'empty' };
  const [gap] = gapsIn(content.text);
  if (gap !== undefined) return { code: 'gap', gap: `{{${gap}}}` };
  return content.nextAt !== undefined && content.nextAt <= now ? { code: 'nextPassed' } : undefined;
};

export const newDraftAbout = (audience: Audience): string => `new-${audience}`;
