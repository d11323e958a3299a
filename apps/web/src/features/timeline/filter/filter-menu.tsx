import { ListFilter, Pin, type LucideIcon } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { SelectField } from '../../../ui/field.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useAriaKeys } from '../../../ui/keys.ts';
import type { KeyId } from '../../../ui/keys/catalogue.ts';
import { Popover } from '../../../ui/popover.tsx';
import { usePersonNames } from '../../../widgets/person.tsx';
import { countFilters, GROUPS, type Cast, type Group } from './entry-groups.ts';
import { NO_FILTER } from './filter-chips.tsx';
import { GROUP_LOOK } from './group-look.ts';
import type { TimelineSearch } from './timeline-search.ts';
import { toggled } from './toggled.ts';

type Props = { search: TimelineSearch; change: (change: TimelineSearch) => void; cast: Cast };

/** What the timeline can be narrowed down to, in words, with the keys that do it. */
export const FilterMenu = memo((props: Props) => {
  const t = useTranslations('timelineView');
  const count = countFilters(props.search);
  return (
    <Popover
      label={count === 0 ? t('filters') : t('filtersOn', { count })}
      trigger={
        <>
          <ListFilter size={16} aria-hidden />
          <span className="text-dense @max-[24rem]/bar:sr-only">{t('filter')}</span>
        </>
      }
      button={{ variant: 'quiet', className: classNames('!px-2', count > 0 && '!border-accent !bg-accent-bg') }}
      className="w-72"
    >
      {() => <Choices {...props} />}
    </Popover>
  );
});
FilterMenu.displayName = 'FilterMenu';

const Choices = ({ search, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="grid gap-3 p-3" onKeyDown={pressByKey}>
      <ul aria-label={t('kinds')} className="-mx-1 grid">
        {GROUPS.map((group) => (
          <li key={group}>
            <KindToggle group={group} search={search} change={change} />
          </li>
        ))}
        <li className="mt-1 border-t border-border pt-1">
          <Toggle
            icon={Pin}
            label={t('pinned')}
            pressed={search.pinned === true}
            onToggle={() => change({ pinned: search.pinned === true ? undefined : true })}
          />
        </li>
      </ul>
      <PersonField search={search} change={change} cast={cast} />
      <ServiceField search={search} change={change} cast={cast} />
      {countFilters(search) === 0 ? null : <Button onClick={() => change(NO_FILTER)}>{t('showEverything')}</Button>}
    </div>
  );
};

/** Keys of the page are at rest while this is open; the ones it shows are not. */
const pressByKey = (event: KeyboardEvent<HTMLElement>): void => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!(target instanceof HTMLButtonElement) || key.length !== 1) return;
  event.currentTarget.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`)?.click();
};

const KindToggle = ({ group, search, change }: { group: Group } & Omit<Props, 'cast'>) => {
  const t = useTranslations('timelineView');
  const { icon, keyId } = GROUP_LOOK[group];
  return (
    <Toggle
      icon={icon}
      {...(keyId === undefined ? {} : { keyId })}
      label={t(`group.${group}`)}
      pressed={search.kind?.includes(group) === true}
      onToggle={() => change({ kind: toggled(search.kind, group) })}
    />
  );
};

type ToggleProps = { icon: LucideIcon; label: string; keyId?: KeyId; pressed: boolean; onToggle: () => void };

const Toggle = ({ icon: Icon, label, keyId, pressed, onToggle }: ToggleProps) => {
  const ariaKeys = useAriaKeys(keyId ?? 'filter-1');
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={keyId === undefined ? undefined : ariaKeys}
      onClick={onToggle}
      className={classNames(
        'target flex w-full items-center gap-2 rounded-m px-2 text-start',
        pressed ? 'bg-accent-bg font-medium' : 'hover:bg-raised',
      )}
    >
      <Icon size={16} aria-hidden className={classNames('shrink-0', pressed ? 'text-accent' : 'text-text-2')} />
      <span className="min-w-0 flex-1">{label}</span>
      {keyId === undefined ? null : <KeyHint id={keyId} />}
    </button>
  );
};

const PersonField = ({ search: { by }, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  const nameOf = usePersonNames();
  const shown = by === undefined || cast.people.includes(by) ? cast.people : [by, ...cast.people];
  const choices = shown.map((id) => ({ id, name: nameOf(id) })).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <SelectField
      label={t('person')}
      value={by ?? ''}
      onChange={(event) => change({ by: shown.find((id) => id === event.target.value) })}
    >
      <option value="">{t('anybody')}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};

const ServiceField = ({ search: { service }, change, cast }: Props) => {
  const t = useTranslations('timelineView');
  const shown = service === undefined || cast.services.includes(service) ? cast.services : [service, ...cast.services];
  if (shown.length === 0) return null;
  return (
    <SelectField
      label={t('service')}
      value={service ?? ''}
      onChange={(event) => change({ service: event.target.value === '' ? undefined : event.target.value })}
    >
      <option value="">{t('anyService')}</option>
      {shown.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </SelectField>
  );
};
