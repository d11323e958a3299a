import type { BoardRow } from '@sitrep/shared/board/board-row';
import { ArrowUpDown, Pause, Play } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useAriaKeys, useKeyHint, useKeys } from '../../ui/keys.ts';
import { SeverityMark } from '../../ui/severity-mark.tsx';

type NewsProps = { waiting: readonly BoardRow[]; reordered: boolean; onApply: () => void };

/** What the list holds back while somebody is at it, in a place of its own: nothing moves when it comes. */
export const BoardNews = ({ waiting, reordered, onApply }: NewsProps) => {
  const t = useTranslations('board');
  const hint = useKeyHint('apply-order');
  const ariaKeys = useAriaKeys('apply-order');
  const [worst] = waiting;
  useKeys([{ id: 'apply-order', run: onApply }]);
  if (worst === undefined && !reordered) return null;
  return (
    <Button
      variant="quiet"
      aria-keyshortcuts={ariaKeys}
      className="min-w-0 !border-accent !bg-accent-bg !text-text"
      icon={
        worst === undefined ? (
          <ArrowUpDown size={14} aria-hidden />
        ) : (
          <SeverityMark severity={worst.severity} size={16} />
        )
      }
      onClick={onApply}
    >
      <span className="truncate">
        {worst === undefined
          ? t('orderChanged')
          : t('waiting', { count: waiting.length, severity: worst.severity, title: worst.title })}
      </span>
      {hint === undefined ? null : (
        <span aria-hidden="true" className="pointer-coarse:hidden">
          <Kbd keys={hint} />
        </span>
      )}
    </Button>
  );
};

type PauseProps = { paused: boolean; buffered: number; onToggle: () => void };

export const PauseButton = ({ paused, buffered, onToggle }: PauseProps) => {
  const t = useTranslations('board');
  const hint = useKeyHint('pause-live');
  useKeys([{ id: 'pause-live', run: onToggle }]);
  const meaning = t(paused ? 'resumeMeaning' : 'pauseMeaning');
  return (
    <Button
      variant={paused ? 'primary' : 'quiet'}
      aria-pressed={paused}
      title={hint === undefined ? meaning : `${meaning} (${hint})`}
      icon={paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
      onClick={onToggle}
      className="figures"
    >
      {paused ? t('paused', { count: buffered }) : <span className="max-sm:sr-only">{t('pause')}</span>}
    </Button>
  );
};
