import type { useTranslations } from 'use-intl';

/** The translator of recorded facts; `createTranslator` gives the same outside of React. */
export type Translate = ReturnType<typeof useTranslations<'phrases'>>;
