/** Plain HTTP on a LAN address has no clipboard API: there the old way still works. */
export const copyText = async (text: string): Promise<boolean> => {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Refused by the browser: the old way may still be allowed.
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  const focused = document.activeElement;
  // A dialog that holds the focus would take it back from anywhere outside.
  const host = focused?.closest('[data-layer]') ?? document.body;
  host.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
};
