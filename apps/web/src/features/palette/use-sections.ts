import type { IncidentKey } from '@sitrep/shared/incidents/values';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RoomView } from '../../live/live-client.ts';
import { useAlerts, useBoard, useLiveClient, usePeople } from '../../live/react.tsx';
import type { PaletteItem } from './items.ts';
import { keyMeantBy } from './search/incident-number.ts';
import { indexOf } from './search/palette-index.ts';
import { foundSections, restingSections, type Section } from './sections.ts';
import { alertItems, incidentItems, personItems, serviceItems, servicesOf } from './sources/thing-items.ts';
import { useKeyItems, usePlaceItems, useSettingItems } from './sources/use-screen-items.ts';

/** Everything that is known here, made ready to be searched; each kind anew only when it changed. */
export const useEverything = (commands: readonly PaletteItem[], room: RoomView | undefined) => {
  const words = useTranslations('words');
  const { rows } = useBoard();
  const { people } = usePeople();
  const alerts = useAlerts();
  const isCommanded = (room?.incident?.roles.commander ?? []).length > 0;
  const allKeys = useKeyItems();
  // Nobody takes it from whoever has it.
  const keys = useMemo(
    () => allKeys.filter(({ id }) => id !== 'key/take-command' || !isCommanded),
    [allKeys, isCommanded],
  );
  const places = usePlaceItems();
  const settings = useSettingItems();
  const incidents = useMemo(
    () => indexOf(incidentItems(rows, ({ status }) => words(`status.${status}`))),
    [rows, words],
  );
  const persons = useMemo(() => indexOf(personItems(people.values())), [people]);
  const services = useMemo(() => indexOf(serviceItems(servicesOf(rows))), [rows]);
  const ringing = useMemo(() => indexOf(alertItems(alerts.rows)), [alerts.rows]);
  const fixed = useMemo(
    () => indexOf([...keys, ...commands, ...places, ...settings]),
    [keys, commands, places, settings],
  );
  return useMemo(
    () => [...fixed, ...incidents, ...persons, ...services, ...ringing],
    [fixed, incidents, persons, services, ringing],
  );
};

/** A number leads to its incident, also to one that is not on the board. */
const useJump = (typed: string): readonly PaletteItem[] => {
  const t = useTranslations('palette');
  const { serverNow } = useLiveClient();
  const { rows } = useBoard();
  return useMemo(() => {
    const key = keyMeantBy(typed, serverNow());
    return key === undefined ? [] : [jumpTo(key, rows.find((row) => row.key === key)?.title, t('openKey', { key }))];
  }, [typed, rows, serverNow, t]);
};

const jumpTo = (key: IncidentKey, known: string | undefined, title: string): PaletteItem => ({
  id: `jump/${key}`,
  group: known === undefined ? 'past' : 'incidents',
  title: known ?? title,
  detail: known === undefined ? '' : key,
  mark: { is: 'group', group: 'incidents' },
  choice: { does: 'go', place: { to: 'incident', key } },
});

type Typed = { readonly asked: readonly PaletteItem[]; readonly otherwise: readonly PaletteItem[] };

/** What is listed at the beginning: everything, ranked by what is typed, with what the server finds below. */
export const useRootSections = (
  commands: readonly PaletteItem[],
  typed: string,
  recent: readonly string[],
  past: readonly PaletteItem[],
  written: Typed,
  room: RoomView | undefined,
): readonly Section[] => {
  const index = useEverything(commands, room);
  const jump = useJump(typed);
  return useMemo(() => {
    if (typed.trim() === '')
      return restingSections(
        index.map(({ item }) => item),
        recent,
      );
    const found = foundSections(index, typed, recent);
    const [to] = jump;
    const jumps = to === undefined ? [] : [{ value: to.group, items: [to] }];
    const rest = found.map((section) => ({
      ...section,
      items: section.items.filter(({ choice }) => !isSamePlace(choice, to?.choice)),
    }));
    const isNothing = [...jumps, ...rest].length === 0 && !past.some(({ unasked }) => unasked !== true);
    const texts = [...written.asked, ...(isNothing && written.asked.length === 0 ? written.otherwise : [])];
    return merged([
      ...(texts.length === 0 ? [] : [{ value: 'commands' as const, items: texts }]),
      ...jumps,
      ...rest,
      ...(past.length === 0 ? [] : [{ value: 'past' as const, items: past }]),
    ]);
  }, [index, typed, recent, jump, past, written]);
};

const isSamePlace = (a: PaletteItem['choice'], b: PaletteItem['choice'] | undefined): boolean =>
  a.does === 'go' && b?.does === 'go' && JSON.stringify(a.place) === JSON.stringify(b.place);

/** One section for each group, in the order of their first. */
const merged = (sections: readonly Section[]): readonly Section[] => {
  const all = new Map<Section['value'], readonly PaletteItem[]>();
  for (const { value, items } of sections) all.set(value, [...(all.get(value) ?? []), ...items]);
  return [...all].map(([value, items]) => ({ value, items })).filter(({ items }) => items.length > 0);
};
