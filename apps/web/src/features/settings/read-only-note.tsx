import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { usePeople } from '../../live/react.tsx';

/** Who may change what can only be read here. */
export const ReadOnlyNote = () => {
  const t = useTranslations('settings');
  const { people } = usePeople();
  const names = [...people.values()]
    .filter(({ role, active }) => active && role === 'administrator')
    .map(({ name }) => name);
  return (
    <p className="flex max-w-3xl items-start gap-2 rounded-m border border-border bg-raised px-3 py-2">
      <Lock size={16} aria-hidden className="mt-0.5 shrink-0 text-text-2" />
      {t('readOnly', { names: names.join(', ') })}
    </p>
  );
};
