import type { Incident } from '@sitrep/shared/incidents/state';
import { useCallback, useMemo, useState } from 'react';
import { newId } from '../../../live/ids.ts';
import { useEntries, useLiveClient, usePeople } from '../../../live/react.tsx';
import { useCommand } from '../../../live/use-command.ts';
import { useMe } from '../../../widgets/me.ts';
import { importCommands } from './import-commands.ts';
import { duplicateFinder, importRows, type RowEdit } from './import-rows.ts';
import { personMatcher } from './match-person.ts';
import { parsePasted } from './parse-pasted.ts';
import { likelyDay, needsDay, needsZone, placeInTime, type PasteZone } from './place-in-time.ts';

/** Everything that the preview shows and changes of one pasted text. */
export const useImport = (incident: Incident, text: string) => {
  const me = useMe();
  const { people } = usePeople();
  const entries = useEntries(incident.id);
  const { serverNow } = useLiveClient();
  const { mutate } = useCommand('timeline.import-entries');
  const [now] = useState(serverNow);
  const [zone, setZone] = useState<PasteZone>('mine');
  const [chosenDay, setDay] = useState<string>();
  const [edits, setEdits] = useState<ReadonlyMap<number, RowEdit>>(new Map());

  const match = useMemo(() => personMatcher([...people.values()]), [people]);
  const pasted = useMemo(() => parsePasted(text, (name) => match(name) !== undefined), [text, match]);
  const { messages } = pasted;
  const day = useMemo(() => chosenDay ?? likelyDay(messages, zone, now), [chosenDay, messages, zone, now]);
  const times = useMemo(() => placeInTime(messages, { zone, day, now }), [messages, zone, day, now]);
  const isThere = useMemo(
    () => duplicateFinder(entries.flatMap((entry) => (entry.origin === 'written' ? [entry] : []))),
    [entries],
  );
  const rows = useMemo(
    () => importRows(messages, { times, edits, match, isThere, now }),
    [messages, times, edits, match, isThere, now],
  );
  const edit = useCallback((index: number, fields: RowEdit): void => {
    setEdits((former) => new Map(former).set(index, { ...former.get(index), ...fields }));
  }, []);
  const taken = rows.filter((row) => row.taken);
  return {
    rows,
    leftOut: pasted.leftOut,
    edit,
    people,
    zone: needsZone(messages) ? zone : undefined,
    setZone,
    day: needsDay(messages) ? day : undefined,
    setDay,
    count: taken.length,
    faults: taken.filter(({ problem }) => problem !== undefined).length,
    submit: () => {
      for (const command of importCommands(rows, { newId, me: me.id })) mutate({ incidentId: incident.id, ...command });
    },
  };
};
