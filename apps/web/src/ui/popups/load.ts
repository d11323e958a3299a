import { later } from '../later.ts';

/** What floats above the page is one chunk: nothing of it is needed for the first paint. */
const popups = later(() => import('./popups.ts'));

export type Popups = NonNullable<ReturnType<typeof popups.use>>;

/** When idle, and when somebody goes towards a trigger: then opening takes no more than a frame. */
export const loadPopups = popups.load;

export const usePopups = popups.use;
