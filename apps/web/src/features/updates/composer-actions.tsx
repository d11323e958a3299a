import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { DialogActions } from '../../ui/dialog.tsx';
import type { Blocked } from './use-blocked.ts';
import { WithoutApproval } from './without-approval.tsx';

type Props = {
  /** It may leave without anybody else. */
  cleared: boolean;
  /** Nobody else has what stands here. */
  changed: boolean;
  blocked: Blocked;
  busy: boolean;
  onStartAnew: () => void;
  onSave: () => void;
  onPublishWithoutApproval: (reason: string) => void;
};

/** The last one is what the form does when it is sent. */
export const ComposerActions = (props: Props) => {
  const { cleared, changed, blocked, busy, onStartAnew, onSave, onPublishWithoutApproval } = props;
  const t = useTranslations('updates');
  const [pressing, setPressing] = useState(false);
  return (
    <>
      {pressing && !cleared ? (
        <WithoutApproval
          blocked={blocked.publish}
          busy={busy}
          onCancel={() => setPressing(false)}
          onPublish={onPublishWithoutApproval}
        />
      ) : null}
      <DialogActions>
        {changed ? (
          <Button variant="quiet" className="mr-auto" onClick={onStartAnew}>
            {t('composer.startAnew')}
          </Button>
        ) : null}
        {cleared || pressing ? null : (
          <Button variant="quiet" blocked={blocked.publish} onClick={() => setPressing(true)}>
            {t('withoutApproval')}
          </Button>
        )}
        <Button blocked={blocked.write} onClick={onSave}>
          {t('composer.save')}
        </Button>
        <Button type="submit" variant="primary" busy={busy} blocked={cleared ? blocked.publish : blocked.request}>
          {t(cleared ? 'publish' : 'requestApproval')}
        </Button>
      </DialogActions>
    </>
  );
};
