import type { UpdateContent } from '@sitrep/shared/updates/events';
import { lastTold } from '@sitrep/shared/updates/state';
import { fromTemplate, templatesFor } from '@sitrep/shared/rooms/updates/prefill';
import type { ToldRoom } from '@sitrep/shared/rooms/updates/facts';
import type { Audience } from '@sitrep/shared/settings/values';
import { useTranslations } from 'use-intl';
import { useLiveClient, useSettings } from '../../live/react.tsx';
import { SelectField } from '../../ui/field.tsx';
import { usePersonNames } from '../../widgets/person.tsx';

type Props = {
  room: ToldRoom;
  audience: Audience;
  content: UpdateContent;
  onBegin: (content: UpdateContent) => void;
};

const LAST = 'last';

/** A template, or the last update: either takes the place of the text. */
export const BeginningField = ({ room, audience, content, onBegin }: Props) => {
  const t = useTranslations('updates.composer');
  const { templates } = useSettings().values;
  const { serverNow } = useLiveClient();
  const nameOf = usePersonNames();
  const fitting = templatesFor(templates, room.incident, audience);
  const last = lastTold(room.updates, audience);
  const begin = (chosen: string): void => {
    if (chosen === LAST && last !== undefined) {
      const { templateId: _other, ...rest } = content;
      return onBegin({ ...rest, text: last.content.text, components: last.content.components });
    }
    const template = fitting.find(({ id }) => id === chosen);
    if (template === undefined) return;
    onBegin(fromTemplate(room, template, content, { audience, now: serverNow(), nameOf }));
  };
  const named = fitting.some(({ id }) => id === content.templateId) ? content.templateId : undefined;
  const chosen = named ?? (last?.content.text === content.text ? LAST : '');
  return (
    <SelectField label={t('template')} value={chosen} onChange={(event) => begin(event.target.value)}>
      <option value="">{t('noTemplate')}</option>
      {last === undefined ? null : <option value={LAST}>{t('last')}</option>}
      {fitting.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
