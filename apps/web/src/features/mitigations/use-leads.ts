import type { Incident } from '@sitrep/shared/incidents/state';
import { useMay } from '../../widgets/gate.ts';

/** The viewer is commander or deputy here: nobody else decides. */
export const useLeads = ({ roles }: Incident): boolean => useMay('mitigation.decide', { holders: roles });
