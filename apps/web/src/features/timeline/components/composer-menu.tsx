import { ClipboardPaste, Paperclip, Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '../../../ui/menu.tsx';

type Props = {
  blocked: string | undefined;
  onFiles: (files: readonly File[]) => void;
  onPaste: () => void;
};

/** What cannot be typed: files, and conversations from elsewhere. */
export const ComposerMenu = ({ blocked, onFiles, onPaste }: Props) => {
  const t = useTranslations('paste');
  const files = useTranslations('files');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu
        label={t('add')}
        trigger={<Plus size={18} aria-hidden />}
        button={{ variant: 'quiet', blocked, className: 'min-h-10 min-w-10 !px-0' }}
        items={[
          {
            id: 'attach',
            label: files('attach'),
            icon: <Paperclip size={16} aria-hidden />,
            onSelect: () => input.current?.click(),
          },
          { id: 'paste', label: t('button'), icon: <ClipboardPaste size={16} aria-hidden />, onSelect: onPaste },
        ]}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={files('attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
