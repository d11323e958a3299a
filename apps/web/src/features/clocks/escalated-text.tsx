import type { Escalation } from '@sitrep/shared/clocks/state';
import { userIdOf } from '@sitrep/shared/kernel/actor';
import { useTranslations } from 'use-intl';
import { useActorNames } from '../../widgets/person.tsx';
import { Ago } from '../../widgets/times.tsx';
import { useClockWords } from './use-clock-words.ts';

/** Why, by whom where it was somebody, and since when. */
export const EscalatedText = ({ escalated: { at, by, cause, reason = '' } }: { escalated: Escalation }) => {
  const t = useTranslations('clocks');
  const words = useClockWords();
  const actor = useActorNames();
  const said = cause === undefined ? reason : words.reason(cause);
  return (
    <>
      <strong className="font-semibold text-sev1-fg">{t('escalatedFor', { reason: said })}</strong>{' '}
      <span className="text-text-2">
        {userIdOf(by) === undefined ? null : `${actor(by)}, `}
        <Ago at={at} />
      </span>
    </>
  );
};
