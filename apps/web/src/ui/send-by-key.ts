import type { KeyboardEvent } from 'react';
import { isComposing } from './keys/composing.ts';

/** Cmd/Ctrl+Enter sends the form from any of its fields. */
export const sendByKey = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
};
