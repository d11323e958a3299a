import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../button.tsx';
import type { ShownToast } from '../toast.ts';

const ICONS = {
  neutral: null,
  ok: <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-ok-fg" />,
  alarm: <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-sev1-fg" />,
} as const;

export const ToastCard = ({ toast, onClose }: { toast: ShownToast; onClose: () => void }) => {
  const t = useTranslations('ui');
  const { id, title, detail, tone = 'neutral', action } = toast;
  return (
    <li
      data-toast={id}
      className="flex items-start gap-2 rounded-l border border-border-strong bg-surface py-1.5 pr-1.5 pl-3 text-text shadow-popup transition-[opacity,translate] duration-180 ease-out starting:translate-y-2 starting:opacity-0"
    >
      <span className="flex min-w-0 flex-1 gap-2 py-1.5">
        {ICONS[tone]}
        <span className="min-w-0">
          <span className="line-clamp-3 font-medium">{title}</span>
          {detail === undefined ? null : (
            <span className="block max-h-48 overflow-y-auto text-dense whitespace-pre-line text-text-2">{detail}</span>
          )}
        </span>
      </span>
      {action === undefined ? null : (
        <Button
          variant="quiet"
          className="!text-accent font-medium"
          onClick={() => {
            onClose();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} icon={<X size={16} aria-hidden />} onClick={onClose} />
    </li>
  );
};
