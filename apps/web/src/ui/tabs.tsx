import type { KeyboardEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Tab<Id extends string> = { readonly id: Id; readonly label: ReactNode };

type TabsProps<Id extends string> = {
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Prefix of the ids by which tabs and panels know each other. */
  id: string;
  className?: string;
};

export const Tabs = <Id extends string>({ label, tabs, selected, onSelect, id, className }: TabsProps<Id>) => {
  const move = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    onSelect(next.id);
    document.getElementById(tabId(id, next.id))?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      className={classNames('flex flex-wrap gap-x-1 border-b border-border', className)}
    >
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(id, tab.id)}
          aria-selected={tab.id === selected}
          aria-controls={panelId(id, tab.id)}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          onKeyDown={(event) => move(event, index)}
          className={classNames(
            'target -mb-px rounded-t-s border-b-2 px-3 py-1 whitespace-nowrap -outline-offset-2',
            tab.id === selected
              ? 'border-accent font-medium text-text'
              : 'border-transparent text-text-2 hover:text-text',
          )}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
};

export const tabId = (id: string, tab: string): string => `${id}-tab-${tab}`;
const panelId = (id: string, tab: string): string => `${id}-panel-${tab}`;

/** Attributes of the element that a tab shows. */
export const tabPanel = (id: string, tab: string) =>
  ({ role: 'tabpanel', id: panelId(id, tab), 'aria-labelledby': tabId(id, tab) }) as const;
