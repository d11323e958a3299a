import type { ToldRoom } from '@sitrep/shared/rooms/updates/facts';
import type { Audience } from '@sitrep/shared/settings/values';
import { MAX_UPDATE_LENGTH } from '@sitrep/shared/updates/values';
import { useTranslations } from 'use-intl';
import { TextArea, TextField } from '../../ui/field.tsx';
import { BeginningField } from './beginning-field.tsx';
import { ComponentFields } from './component-fields.tsx';
import { contentOf, draftOfContent, type UpdateDraft } from './update-draft.ts';

type Props = {
  room: ToldRoom;
  audience: Audience;
  draft: UpdateDraft;
  onChange: (fields: Partial<UpdateDraft>) => void;
};

export const ComposerFields = ({ room, audience, draft, onChange }: Props) => {
  const t = useTranslations('updates');
  return (
    <>
      <BeginningField
        room={room}
        audience={audience}
        content={contentOf(draft)}
        onBegin={(content) => onChange({ ...draftOfContent(content), templateId: content.templateId })}
      />
      <TextArea
        label={t(`composer.text.${audience}`)}
        data-autofocus=""
        className="min-h-40!"
        dir="auto"
        maxLength={MAX_UPDATE_LENGTH}
        value={draft.text}
        onChange={(event) => onChange({ text: event.target.value })}
        hint={t('composer.kept')}
      />
      {audience === 'external' ? (
        <ComponentFields components={draft.components} onChange={(components) => onChange({ components })} />
      ) : null}
      <TextField
        label={t('composer.next')}
        type="datetime-local"
        className="sm:w-60"
        value={draft.next}
        onChange={(event) => onChange({ next: event.target.value })}
        hint={t('composer.nextHint')}
      />
    </>
  );
};
