import type { Incident } from '@sitrep/shared/incidents/state';
import type { Mitigations } from '@sitrep/shared/mitigations/state';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useKeys } from '../../ui/keys.ts';
import { showToast } from '../../ui/toast.ts';
import { useGate } from '../../widgets/gate.ts';
import { HaltChooser } from './halt-chooser.tsx';
import { running } from './ledger-view.ts';
import { useHalt } from './use-halt.ts';

/** Works wherever one is in the room, and whatever else is on screen. */
export const HaltKey = ({ incident, mitigations }: { incident: Incident; mitigations: Mitigations }) => {
  const t = useTranslations('mitigations.halt');
  const blocked = useGate('mitigation.decide', { holders: incident.roles });
  const { halt } = useHalt(incident);
  const [choosing, setChoosing] = useState(false);
  const now = running(mitigations.items);
  const run = (): void => {
    const [first] = now;
    if (blocked !== undefined) showToast({ id: 'why', title: blocked });
    else if (first === undefined) showToast({ id: 'why', title: t('none') });
    else if (now.length === 1) halt(first);
    else setChoosing(true);
  };
  useKeys([{ id: 'halt', run }]);
  return choosing && now.length > 0 ? (
    <HaltChooser
      running={now}
      onChoose={(mitigation) => {
        setChoosing(false);
        halt(mitigation);
      }}
      onClose={() => setChoosing(false)}
    />
  ) : null;
};
