import type { Decide } from '../kernel/decider.ts';
import { Refusal } from '../kernel/errors.ts';
import { CHECKS } from './checks.ts';
import { changedTo } from './evolve.ts';
import type { SettingsEvent } from './events.ts';
import type { SettingsState } from './state.ts';
import type { SectionName, Settings, SettingsFacts } from './values.ts';

type ChangeOf<S extends SectionName> = { readonly value: Settings[S]; readonly base?: number | undefined };

/** A section is replaced as a whole, by whoever has seen what stands. */
export const changeSection =
  <S extends SectionName>(section: S): Decide<ChangeOf<S>, SettingsState, SettingsEvent, SettingsFacts> =>
  ({ value, base }, { values, changes }) => {
    const current = values[section];
    if (sameValue(current, value)) return [];
    const revision = changes[section]?.revision ?? 0;
    if (base !== undefined && base !== revision) {
      throw new Refusal('conflict', 'These settings were changed meanwhile.', {
        current: { revision, value: current },
      });
    }
    const faults = CHECKS[section](value);
    const [first] = faults;
    if (first !== undefined) throw new Refusal('invalid', first.message, { faults });
    return [changedTo(section, value)];
  };

/** Both have gone through the same schema, which orders their fields. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
