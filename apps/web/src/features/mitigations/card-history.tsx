import type { Mitigation } from '@sitrep/shared/mitigations/state';
import { useTranslations } from 'use-intl';
import { useActorNames } from '../../widgets/person.tsx';

/** How it came to where it is: who decided, what was seen. */
export const CardHistory = ({ mitigation }: { mitigation: Mitigation }) => {
  const lines = useHistoryLines(mitigation);
  if (lines.length === 0) return null;
  return (
    <ul className="text-dense text-text-2">
      {lines.map((line, index) => (
        // Two may say the same.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
};

const useHistoryLines = (mitigation: Mitigation): readonly string[] => {
  const t = useTranslations('mitigations');
  const actor = useActorNames();
  const { revision, status, approved, rejected, halted, withdrawn, executed, verified } = mitigation;
  const lines: (string | undefined)[] = [
    revision > 1 && status === 'proposed' ? t('amended', { revision }) : undefined,
    approved === undefined
      ? undefined
      : t('approvedBy', { name: actor(approved.by) }) +
        t('despite', { objections: approved.despite.length, collisions: approved.collisions.length }) +
        (approved.said === undefined ? '' : `: ${approved.said}`),
    rejected === undefined ? undefined : t('said.rejected', { name: actor(rejected.by), said: rejected.said ?? '' }),
    executed?.said === undefined ? undefined : t('seen', { seen: executed.said }),
    verified?.said === undefined ? undefined : t('seen', { seen: verified.said }),
    halted === undefined
      ? undefined
      : halted.said === undefined
        ? t('said.halted', { name: actor(halted.by) })
        : t('said.haltedBecause', { name: actor(halted.by), said: halted.said }),
    withdrawn === undefined ? undefined : t('said.withdrawn', { name: actor(withdrawn.by) }),
  ];
  return lines.filter((line) => line !== undefined);
};
