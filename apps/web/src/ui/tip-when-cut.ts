import type { SyntheticEvent } from 'react';

const explain = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight, dataset } = currentTarget;
  if (scrollWidth > clientWidth || scrollHeight > clientHeight + 1) dataset['tip'] = currentTarget.textContent;
  else delete dataset['tip'];
};

/** For text on one line: the whole of it under the pointer and in focus, but only where it does not fit. */
export const tipWhenCut = { onPointerEnter: explain, onFocus: explain };
