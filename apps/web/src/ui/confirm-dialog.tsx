import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

type Props = {
  title: string;
  /** What follows from it, in one sentence. */
  description: ReactNode;
  /** The verb: "Remove", never "OK". */
  confirm: string;
  tone?: 'danger' | 'primary';
  busy?: boolean;
  blocked?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** The focus begins on what changes nothing. */
export const ConfirmDialog = ({
  title,
  description,
  confirm,
  tone = 'danger',
  busy = false,
  blocked,
  onConfirm,
  onClose,
  children,
}: Props) => {
  const t = useTranslations('common');
  return (
    <Dialog urgent size="small" title={title} description={description} onClose={onClose}>
      {children}
      <DialogActions>
        <Button data-autofocus="" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button variant={tone} busy={busy} blocked={blocked} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
