import type { KeyboardEvent } from 'react';

/** Cmd/Ctrl+Enter sends the form from any of its fields. */
export const sendByKey = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
};
