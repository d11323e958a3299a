import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';

type Props = {
  blocked: string | undefined;
  busy: boolean;
  onPublish: (reason: string) => void;
  onCancel: () => void;
};

/** Nobody waits for a second pair of eyes while customers wait; but it takes a reason, and stands out. */
export const WithoutApproval = ({ blocked, busy, onPublish, onCancel }: Props) => {
  const t = useTranslations('updates');
  const common = useTranslations('common');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  return (
    <div className="grid gap-3 rounded-m border-2 border-sev1-fg p-3">
      <TextArea
        label={t('withoutApprovalReason')}
        optional={common('required')}
        // Asked for by the button: the next thing is to say why.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        sends={false}
        rows={2}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={tried && missing ? common('reasonMissing') : undefined}
        hint={t('withoutApprovalMeaning')}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button
          variant="danger"
          busy={busy}
          blocked={blocked}
          onClick={() => {
            setTried(true);
            if (!missing) onPublish(reason);
          }}
        >
          {t('withoutApprovalNow')}
        </Button>
      </div>
    </div>
  );
};
