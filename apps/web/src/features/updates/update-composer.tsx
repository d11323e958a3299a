import type { Audience } from '@sitrep/shared/settings/values';
import type { ToldRoom } from '@sitrep/shared/rooms/updates/facts';
import { prefill } from '@sitrep/shared/rooms/updates/prefill';
import { isCleared } from '@sitrep/shared/updates/decide-publishing';
import { isPublishing, type StatusUpdate } from '@sitrep/shared/updates/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLiveClient, useSettings } from '../../live/react.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { useActor, useMe } from '../../widgets/me.ts';
import { ProblemLine } from '../../widgets/problem.tsx';
import { AudienceBand, AudienceIcon } from './audience-mark.tsx';
import { ChecksList } from './checks-list.tsx';
import { ComposerFields } from './composer-fields.tsx';
import { Overtaken } from './overtaken.tsx';
import {
  contentOf,
  draftOfContent,
  draftOfUpdate,
  isOvertaken,
  isSameContent,
  newDraftAbout,
  obstacle,
  updateDraftKey,
} from './update-draft.ts';
import { UpdatePreview } from './update-preview.tsx';
import { useChecks } from './use-checks.ts';
import { usePersonNames } from './use-person-names.ts';
import { useUpdateDraft } from './use-update-draft.ts';
import { useWriting } from './use-writing.ts';
import { WithoutApproval } from './without-approval.tsx';

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
export const UpdateComposer = ({ room, audience, update, text, onClose }: Props) => {
  const t = useTranslations('updates');
  const { incident } = room;
  const { values: settings } = useSettings();
  const { serverNow } = useLiveClient();
  const nameOf = usePersonNames();
  const me = useMe();
  const actor = useActor();
  const about = update?.id ?? newDraftAbout(audience);
  const { draft, changed, change, forget } = useUpdateDraft(
    updateDraftKey(me.id, incident.id, about),
    () =>
      update === undefined
        ? draftOfContent(prefill(room, settings, { audience, now: serverNow(), nameOf }))
        : draftOfUpdate(update),
    text,
  );
  const content = contentOf(draft);
  const findings = useChecks(incident, audience, content);
  const writing = useWriting({ incident, audience, update });
  const holders = { holders: incident.roles };
  const writeGate = useWritingGate('update.write', holders);
  const publishGate = useGate('update.write', holders);
  const [pressing, setPressing] = useState(false);

  const standing = obstacle(content, serverNow());
  const said =
    standing === undefined ? undefined : 'gap' in standing ? t('gap', { gap: standing.gap }) : t(standing.code);
  const othersLeave = room.updates.items.some((one) => isPublishing(one) && one.audience === audience);
  const overtaken = isOvertaken(draft, update);
  const unchanged = update !== undefined && isSameContent(content, update.content);
  const cleared = isCleared(unchanged ? update : { audience, revisedBy: actor.ref }, incident.severity);
  const done = (): void => {
    forget();
    onClose();
  };
  const chooseFirst = overtaken ? t('chooseFirst') : undefined;
  const publishBlocked = chooseFirst ?? publishGate ?? said ?? (othersLeave ? t('otherLeaves') : undefined);
  const askApproval = (): void => {
    writing.askApproval(content);
    done();
  };
  const primary = cleared
    ? { label: t('publish'), blocked: publishBlocked, run: () => writing.publish(content, undefined, done) }
    : { label: t('requestApproval'), blocked: chooseFirst ?? writeGate ?? said, run: askApproval };

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
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (primary.blocked === undefined && !writing.busy) primary.run();
        }}
      >
        <AudienceBand audience={audience} className="-mx-5 -mt-3 border-x-0 px-5!">
          {incident.key} · {incident.title}
        </AudienceBand>
        <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_17rem]">
          <div className="grid min-w-0 content-start gap-3">
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
        {pressing && !cleared ? (
          <WithoutApproval
            blocked={publishBlocked}
            busy={writing.busy}
            onCancel={() => setPressing(false)}
            onPublish={(reason) => writing.publish(content, reason, done)}
          />
        ) : null}
        <DialogActions>
          {changed ? (
            <Button variant="quiet" className="mr-auto" onClick={forget}>
              {t('composer.startAnew')}
            </Button>
          ) : null}
          {cleared || pressing ? null : (
            <Button variant="quiet" blocked={publishBlocked} onClick={() => setPressing(true)}>
              {t('withoutApproval')}
            </Button>
          )}
          <Button
            blocked={chooseFirst ?? writeGate ?? (content.text.trim() === '' ? t('empty') : undefined)}
            onClick={() => {
              writing.save(content);
              done();
            }}
          >
            {t('composer.save')}
          </Button>
          <Button type="submit" variant="primary" busy={writing.busy} blocked={primary.blocked}>
            {primary.label}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
