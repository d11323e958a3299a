import { userActor, type Actor } from '@sitrep/shared/kernel/actor';
import type { Me } from '@sitrep/shared/protocol/http';
import { createContext, use, useMemo } from 'react';
import { usePerson } from '../live/react.tsx';

const MeContext = createContext<Me | undefined>(undefined);

/** Who is signed in, for everything behind the sign-in. */
export const MeProvider = MeContext;

/** With the name and the role of this moment: both can change while the page is open. */
export const useMe = (): Me => {
  const me = use(MeContext);
  if (me === undefined) throw new Error('MeProvider is missing above this component.');
  const row = usePerson(me.id);
  const { id, name, handle, role } = row ?? me;
  return useMemo(() => ({ id, name, handle, role }), [id, name, handle, role]);
};

export const useActor = (): Actor => {
  const { id, role } = useMe();
  return useMemo(() => userActor(id, role), [id, role]);
};
