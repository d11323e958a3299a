import { Server } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Avatar } from '../../../ui/avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { SeverityMark } from '../../../ui/severity-mark.tsx';
import { StatusIcon } from '../../../widgets/status.tsx';
import type { Suggestion } from '../completion.ts';

export const optionId = (index: number): string => `composer-suggestion-${index}`;

type Props = {
  suggestions: readonly Suggestion[];
  active: number | undefined;
  onChoose: (suggestion: Suggestion) => void;
};

/** The focus stays in the text; the textarea's keys move through this. */
export const SuggestionList = ({ suggestions, active, onChoose }: Props) => {
  const t = useTranslations('timeline.composer');
  useEffect(() => {
    if (active !== undefined) document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      id="composer-suggestions"
      // A textarea keeps the focus, which no native list of choices allows.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      aria-label={t('commands')}
      className="absolute bottom-full left-3 z-10 mb-1 @container max-h-[min(24rem,50dvh)] w-[44rem] max-w-[calc(100%-1.5rem)] overflow-y-auto rounded-l border border-border bg-surface p-1 shadow-popup"
    >
      {suggestions.map((suggestion, index) => (
        // Keys are handled where the focus is.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={suggestion.insert}
          id={optionId(index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          className={classNames(
            'target gap-x-2 rounded-m px-2 py-1',
            suggestion.kind === 'command'
              ? 'grid content-center @xl:grid-cols-[23rem_minmax(0,1fr)] @xl:items-center'
              : 'flex items-center',
            index === active ? 'bg-raised' : 'hover:bg-raised',
          )}
        >
          <Text suggestion={suggestion} />
        </div>
      ))}
    </div>
  );
};

const Text = ({ suggestion }: { suggestion: Suggestion }) => {
  const t = useTranslations('timeline.composer');
  const words = useTranslations('words');
  switch (suggestion.kind) {
    case 'command':
      return (
        <>
          <span className="font-mono text-dense">{t(`syntax.${suggestion.command}` as 'syntax.sev')}</span>
          <span className="text-meta text-text-2">{t(`help.${suggestion.command}` as 'help.sev')}</span>
        </>
      );
    case 'status':
      return (
        <>
          <StatusIcon status={suggestion.status} />
          {words(`status.${suggestion.status}`)}
        </>
      );
    case 'severity':
      return (
        <>
          <SeverityMark severity={suggestion.severity} size={18} />
          {words('severity', { severity: suggestion.severity })}
          <span className="ml-auto text-meta text-text-2">{words(`severityMeaning.sev${suggestion.severity}`)}</span>
        </>
      );
    case 'confidence':
      return words(`confidence.${suggestion.confidence}`);
    case 'service':
      return (
        <>
          <Server size={16} aria-hidden className="text-text-2" />
          <bdi className="min-w-0 truncate">{suggestion.service}</bdi>
        </>
      );
    case 'numbered':
      return (
        <>
          <span className="figures font-mono text-dense text-text-2">{suggestion.number}</span>
          <bdi className="min-w-0 truncate">{suggestion.title}</bdi>
        </>
      );
    case 'person':
      return (
        <>
          <Avatar name={suggestion.name} size={20} />
          <bdi className="min-w-0 truncate">{suggestion.name}</bdi>
          <span className="text-text-2">@{suggestion.handle}</span>
        </>
      );
  }
};
