/** Whether a press belongs to a character that is being composed; of the one that ends it Safari says so by its code alone. */
export const isComposing = (press: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229;
