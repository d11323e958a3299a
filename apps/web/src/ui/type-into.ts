/** Puts the text into an empty field as if somebody had typed it; a field with a text in it only gets the focus. */
export const typeInto = (field: HTMLTextAreaElement, text: string): void => {
  field.focus();
  if (field.value !== '' || field.readOnly) return;
  // React hears of a value only where its own setter was not used.
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
