import { CloudOff } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useUnsent } from '../../live/react.tsx';
import type { RefusedCommand } from '../../live/live-client.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useProblemWords } from '../../widgets/problem.tsx';
import { Clock } from '../../widgets/times.tsx';

/** What was written here and is not with the server yet; nothing while everything is. */
export const UnsentMenu = () => {
  const t = useTranslations('connection');
  const { count, refused, retry, discard } = useUnsent();
  const total = count + refused.length;
  if (total === 0) return null;
  const label = t('unsent', { count: total });
  return (
    <Popover
      label={label}
      popup="dialog"
      button={{ variant: 'quiet', className: '!px-1' }}
      trigger={
        <Badge tone={refused.length > 0 ? 'alarm' : 'warn'}>
          <span className="max-sm:hidden">{label}</span>
          <span className="inline-flex items-center gap-0.5 sm:hidden">
            <CloudOff size={12} aria-hidden />
            {total}
          </span>
        </Badge>
      }
      className="w-96"
    >
      {() => (
        <div className="grid gap-3 p-4">
          <h2 className="font-semibold">{t('unsentTitle')}</h2>
          {count === 0 ? null : <p>{t('unsentWaiting', { count })}</p>}
          {refused.length === 0 ? null : <h3 className="text-dense font-semibold">{t('refusedTitle')}</h3>}
          <ul className="grid gap-3">
            {refused.map((command) => (
              <Refused key={command.commandId} command={command} onRetry={retry} onDiscard={discard} />
            ))}
          </ul>
        </div>
      )}
    </Popover>
  );
};

type RefusedProps = {
  command: RefusedCommand;
  onRetry: (commandId: string) => void;
  onDiscard: (commandId: string) => void;
};

const Refused = ({ command, onRetry, onDiscard }: RefusedProps) => {
  const t = useTranslations('common');
  const words = useProblemWords();
  return (
    <li className="grid gap-1 rounded-m border border-border p-2">
      <p className="text-meta text-text-2">
        <Clock at={command.writtenAt} />
      </p>
      {command.text === undefined ? null : <p className="whitespace-pre-wrap">{command.text}</p>}
      <p className="text-dense text-sev1-fg">{words(command.problem)}</p>
      <div className="flex gap-2">
        <Button onClick={() => onRetry(command.commandId)}>{t('retry')}</Button>
        <Button variant="quiet" onClick={() => onDiscard(command.commandId)}>
          {t('discard')}
        </Button>
      </div>
    </li>
  );
};
