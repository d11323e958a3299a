import { ChevronLeft } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../../ui/button.tsx';
import type { Frame } from './use-palette.ts';

/** What has been said so far. */
export const Trail = ({ frame, onBack }: { frame: Frame; onBack: () => void }) => {
  const t = useTranslations('palette');
  if (frame.at === 'root') return null;
  return (
    <div className="flex min-w-0 shrink-0 items-center gap-1.5 border-b border-border bg-raised px-2 py-1.5 text-dense">
      <IconButton label={t('back')} icon={<ChevronLeft size={16} aria-hidden />} onClick={onBack} />
      <span className="min-w-0 truncate">{frame.said.join(' › ')}</span>
    </div>
  );
};
