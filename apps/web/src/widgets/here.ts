import type { IncidentId } from '@sitrep/shared/kernel/ids';
import { useEffect } from 'react';
import { createStore } from 'zustand/vanilla';

/** The incident whose room is on screen, live: what the palette's commands are about. */
export const here = createStore<{ readonly incidentId?: IncidentId }>(() => ({}));

export const useBeHere = (incidentId: IncidentId): void =>
  useEffect(() => {
    here.setState({ incidentId }, true);
    return () => here.setState({}, true);
  }, [incidentId]);

/** The row of a list in which the focus is. */
export const focusedRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset['row'];
