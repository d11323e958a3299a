/** `incident`: a key such as INC-2026-0042, which leads to its room. */
export type TextPart = { readonly kind: 'text' | 'link' | 'incident'; readonly text: string };

const LINKED = /https?:\/\/[^\s<>"']+|(?<![\w-])INC-\d{4}-\d{4,}(?![\w-])/g;
// Ends a sentence rather than an address.
const TRAILING = /[.,;:!?)\]}]+$/;

/** Text with its web addresses and incidents set apart; no other address than http and https is ever made clickable. */
export const linkParts = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(LINKED)) {
    const kind = match[0].startsWith('INC-') ? 'incident' : 'link';
    const link = match[0].replace(TRAILING, '');
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push({ kind, text: link });
    done = match.index + link.length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
};
