type Field = HTMLInputElement | HTMLTextAreaElement;

/** Adds the text to the field as if somebody had typed it. */
export const typeAfter = (field: Field, text: string): void => {
  field.focus();
  if (text === '' || field.readOnly) return;
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  // React hears of a value only where its own setter was not used.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, field.value + text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Into an empty field; a field with a text in it only gets the focus. */
export const typeInto = (field: Field, text: string): void => typeAfter(field, field.value === '' ? text : '');
