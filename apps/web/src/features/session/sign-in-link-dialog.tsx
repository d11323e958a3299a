import type { UserId } from '@sitrep/shared/kernel/ids';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemLine } from '../../widgets/problem.tsx';
import { useAbsoluteWords } from '../../widgets/use-words-of-time.ts';
import { makeSignInLink } from './api.ts';

type Props = { userId: UserId; name: string; own: boolean; onClose: () => void };

export const SignInLinkDialog = ({ userId, name, own, onClose }: Props) => {
  const t = useTranslations('session');
  const absolute = useAbsoluteWords();
  const { mutate, data, error } = useMutation({ mutationFn: makeSignInLink, networkMode: 'always' });
  useEffect(() => mutate(userId), [mutate, userId]);
  return (
    <Dialog title={own ? t('linkTitle') : t('linkTitleOf', { name })} onClose={onClose}>
      <ProblemLine problem={error} />
      {data === undefined ? (
        error === null && <Skeleton rows={2} />
      ) : (
        <div className="grid gap-3">
          <p>{t('linkMeaning', { time: absolute(data.expiresAt) })}</p>
          <TextField
            label={t('link')}
            readOnly
            value={data.url}
            onFocus={(event) => event.currentTarget.select()}
            hint={t('linkSecret', { name })}
            className="font-mono text-dense"
          />
          <CopyButton text={data.url} label={t('copyLink')} variant="primary" />
        </div>
      )}
    </Dialog>
  );
};
