import type { Incident } from '@sitrep/shared/incidents/state';
import type { Audience } from '@sitrep/shared/settings/values';
import type { UpdateContent } from '@sitrep/shared/updates/events';
import { lintExternal, type LintFinding } from '@sitrep/shared/updates/lint';
import { useMemo } from 'react';
import { useSettings } from '../../live/react.tsx';

const NOTHING: readonly LintFinding[] = [];

/** What stands out in a text for customers; of internal ones nothing is checked. */
export const useChecks = (
  { status, services }: Pick<Incident, 'status' | 'services'>,
  audience: Audience,
  content: UpdateContent,
): readonly LintFinding[] => {
  const { internalNames } = useSettings().values.services;
  return useMemo(
    () => (audience === 'external' ? lintExternal(content, { status, services, internalNames }) : NOTHING),
    [audience, content, status, services, internalNames],
  );
};
