import type { EntryId } from '@sitrep/shared/kernel/ids';
import { DOINGS, type Doing } from '@sitrep/shared/protocol/presence';

/** What one tab of somebody does. */
export type Tab = { doing: Doing; entryId: EntryId | undefined; reportedAt: number; readonly since: number };
export type Tabs = Map<string, Tab>;

/** Has to be reported again and again to stay true. */
export const ends = (doing: Doing): boolean => doing === 'typing' || doing === 'editing';

/** Of several tabs what the busiest does; of equally busy ones, the one that reported last. */
export const busiest = (tabs: Tabs): Pick<Tab, 'doing' | 'entryId'> => {
  let found: Tab | undefined;
  for (const tab of tabs.values()) {
    const more = DOINGS.indexOf(tab.doing) - (found === undefined ? -1 : DOINGS.indexOf(found.doing));
    if (found === undefined || more > 0 || (more === 0 && tab.reportedAt >= found.reportedAt)) found = tab;
  }
  return found ?? { doing: 'viewing', entryId: undefined };
};
