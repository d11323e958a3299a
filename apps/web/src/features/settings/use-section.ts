import { DEFAULT_SETTINGS, type SectionName, type Settings } from '@sitrep/shared/settings/values';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useSettings } from '../../live/react.tsx';
import { useAnyCommand } from '../../live/use-command.ts';
import { settingsDrafts } from './drafts-store.ts';
import { basedAnew, edited, isOvertaken, sameValue, settled, type Draft } from './drafts.ts';
import { commandOf } from './section-names.ts';

/** One section as somebody sees and changes it. */
export const useSection = <S extends SectionName>(section: S) => {
  const standing = useSettings();
  const kept = useStore(settingsDrafts, (drafts) => drafts[section]) as Draft<S> | undefined;
  const draft = settled(section, kept, standing);
  const send = useAnyCommand();
  // What is typed and no value yet goes with the draft.
  const [generation, setGeneration] = useState(0);
  const put = (next: Draft<S> | undefined): void => settingsDrafts.setState({ [section]: next });
  const discard = (): void => {
    put(undefined);
    send.reset();
    setGeneration(generation + 1);
  };
  return {
    status: standing.status,
    /** What stands, or what it would become. */
    value: draft?.value ?? standing.values[section],
    /** What somebody else saved meanwhile, where they did. */
    theirs: standing.values[section],
    /** What it is compared with. */
    base: draft?.base ?? standing.values[section],
    lastChange: standing.changes[section],
    isChanged: draft !== undefined,
    isDefault: sameValue(draft?.value ?? standing.values[section], DEFAULT_SETTINGS[section]),
    isOvertaken: isOvertaken(section, draft, standing),
    generation,
    problem: send.error,
    isSaving: send.isPending,
    change: (value: Settings[S]): void => put(edited(section, draft, value, standing)),
    discard,
    keepMine: (): void => {
      if (draft !== undefined) put(basedAnew(section, draft, standing));
      send.reset();
    },
    toDefaults: (): void => {
      put(edited(section, draft, DEFAULT_SETTINGS[section], standing));
      setGeneration(generation + 1);
    },
    save: (onSaved: () => void): void => {
      if (draft === undefined) return;
      const { value, revision } = draft;
      send.mutate(
        { type: commandOf(section), command: { value, base: revision } },
        {
          onSuccess: () => {
            put(undefined);
            onSaved();
          },
        },
      );
    },
  };
};
export type SectionState<S extends SectionName> = ReturnType<typeof useSection<S>>;

/** What a section's fields get. */
export type SectionProps<S extends SectionName> = {
  readonly value: Settings[S];
  readonly base: Settings[S];
  readonly onChange: (value: Settings[S]) => void;
  /** What the server finds wrong with a field, by its path such as `[1].name`. */
  readonly faultOf: (path: string) => string | undefined;
};
