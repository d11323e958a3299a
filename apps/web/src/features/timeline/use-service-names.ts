import type { Incident } from '@sitrep/shared/incidents/state';
import { useMemo } from 'react';
import { useBoard } from '../../live/react.tsx';

/** Services that open incidents name, this one's first. */
export const useServiceNames = ({ services }: Incident): readonly string[] => {
  const { rows } = useBoard();
  return useMemo(() => [...new Set([...services, ...rows.flatMap((row) => row.services)])], [services, rows]);
};
