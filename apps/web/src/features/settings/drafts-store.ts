import type { SectionName } from '@sitrep/shared/settings/values';
import { createStore } from 'zustand';
import type { Draft } from './drafts.ts';

type Drafts = { readonly [S in SectionName]?: Draft<S> };

/** Kept while one looks at other pages. */
export const settingsDrafts = createStore<Drafts>(() => ({}));

/** Somebody else may sign in next. */
export const forgetSettingsDrafts = (): void => settingsDrafts.setState({}, true);
