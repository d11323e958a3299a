import type { Audience } from '@sitrep/shared/settings/values';
import type { ToldRoom } from '@sitrep/shared/rooms/updates/facts';
import { prefill } from '@sitrep/shared/rooms/updates/prefill';
import { isCleared } from '@sitrep/shared/updates/decide-publishing';
import { isOpen, type StatusUpdate } from '@sitrep/shared/updates/state';
import { useTranslations } from 'use-intl';
import { useLiveClient, useSettings } from '../../live/react.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useActor, useMe } from '../../widgets/me.ts';
import { usePersonNames } from '../../widgets/person.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { AudienceBand, AudienceIcon } from './audience-mark.tsx';
import { ChecksList } from './checks-list.tsx';
import { ComposerActions } from './composer-actions.tsx';
import { ComposerFields } from './composer-fields.tsx';
import { Overtaken } from './overtaken.tsx';
import {
  contentOf,
  draftOfContent,
  draftOfUpdate,
  isOvertaken,
  isSameContent,
  newDraftAbout,
  updateDraftKey,
} from './update-draft.ts';
import { UpdatePreview } from './update-preview.tsx';
import { useBlocked } from './use-blocked.ts';
import { useChecks } from './use-checks.ts';
import { useUpdateDraft } from './use-update-draft.ts';
import { useWriting } from './use-writing.ts';

type Props = {
  room: ToldRoom;
  audience: Audience;
  /** Nothing for a new one. */
  update: StatusUpdate | undefined;
  /** To begin with. */
  text: string | undefined;
  onClose: () => void;
};

/** Two composers that are never taken for each other: title, icon, colour and what the button does differ. */
export const UpdateComposer = ({ room, audience, update: opened, text, onClose }: Props) => {
  const t = useTranslations('updates');
  const { incident } = room;
  const { values: settings } = useSettings();
  const { serverNow } = useLiveClient();
  const nameOf = usePersonNames();
  const me = useMe();
  const actor = useActor();
  // What left or was discarded meanwhile is not changed: what is written here becomes a new one.
  const update = opened !== undefined && isOpen(opened) ? opened : undefined;
  const about = opened?.id ?? newDraftAbout(audience);
  const { draft, changed, change, forget, forgetSaved } = useUpdateDraft(
    updateDraftKey(me.id, incident.id, about),
    () =>
      opened === undefined
        ? draftOfContent(prefill(room, settings, { audience, now: serverNow(), nameOf }))
        : draftOfUpdate(opened),
    text,
  );
  const content = contentOf(draft);
  const findings = useChecks(incident, audience, content);
  const writing = useWriting({ incident, audience, update });
  const free = useBlocked({ incident, updates: room.updates, audience, content });
  const overtaken = isOvertaken(draft, update);
  const unchanged = update !== undefined && isSameContent(content, update.content);
  const cleared = isCleared(unchanged ? update : { audience, revisedBy: actor.ref }, incident.severity);
  const done = (): void => {
    forget();
    onClose();
  };
  const chooseFirst = overtaken ? t('chooseFirst') : undefined;
  const blocked = {
    write: chooseFirst ?? free.write ?? (content.text.trim() === '' ? t('empty') : undefined),
    request: chooseFirst ?? free.request,
    publish: chooseFirst ?? free.publish,
  };
  const send = (): void => {
    if (writing.busy) return;
    if (cleared && blocked.publish === undefined) writing.publish(content, undefined, done);
    if (cleared || blocked.request !== undefined) return;
    writing.askApproval(content, forgetSaved);
    onClose();
  };

  return (
    <Dialog
      size="wide"
      title={
        <span className="inline-flex items-center gap-2">
          <AudienceIcon audience={audience} size={20} />
          {t(`titleBar.${audience}`)}
        </span>
      }
      onClose={onClose}
    >
      <form
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <AudienceBand audience={audience} className="-mx-5 -mt-3 border-x-0 px-5!">
          {incident.key} · {incident.title}
        </AudienceBand>
        <div className="grid grid-cols-1 gap-5 md:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="grid min-w-0 content-start gap-3">
            {opened !== undefined && update === undefined && !writing.busy ? (
              <p role="alert" className="rounded-m border border-sev3-fg bg-sev3-bg px-3 py-2">
                {t('becomesNew')}
              </p>
            ) : null}
            <ComposerFields room={room} audience={audience} draft={draft} onChange={change} />
            {overtaken && update !== undefined ? (
              <Overtaken update={update} draft={draft} onChange={change} onTakeTheirs={forget} />
            ) : null}
          </div>
          <div className="grid min-w-0 content-start gap-4 md:border-l md:border-border md:pl-5">
            <section aria-label={t(`composer.preview.${audience}`)}>
              <h3 className="mb-2 text-dense font-medium text-text-2">{t(`composer.preview.${audience}`)}</h3>
              <UpdatePreview incident={incident} audience={audience} content={content} findings={findings} />
            </section>
            {audience === 'external' ? <ChecksList text={content.text} findings={findings} /> : null}
          </div>
        </div>
        <ProblemLine problem={writing.problem} />
        <ComposerActions
          cleared={cleared}
          changed={changed}
          blocked={blocked}
          busy={writing.busy}
          onStartAnew={forget}
          onSave={() => {
            writing.save(content, forgetSaved);
            onClose();
          }}
          onPublishWithoutApproval={(reason) => writing.publish(content, reason, done)}
        />
      </form>
    </Dialog>
  );
};
