import { MAX_UPDATE_LENGTH } from '@sitrep/shared/updates/values';
import { sends, usage, type QuickArea } from './area.ts';

const NAMES = ['update', 'public'] as const;

/** `/update` goes to the organisation as it stands; what customers read is looked at in its composer first. */
export const updatesArea: QuickArea<(typeof NAMES)[number]> = {
  names: NAMES,
  parse: (name, rest) => {
    if (name === 'public') return { does: 'open', opens: 'public-update', text: rest };
    if (rest === '' || rest.length > MAX_UPDATE_LENGTH) return usage(name);
    return sends('update.announce', { audience: 'internal', text: rest }, 'update');
  },
};
