export type TextPart = { readonly kind: 'text' | 'link'; readonly text: string };

const ADDRESS = /https?:\/\/[^\s<>"']+/g;
// Ends a sentence rather than an address.
const TRAILING = /[.,;:!?)\]}]+$/;

/** Text with its web addresses set apart; nothing but http and https is ever made clickable. */
export const linkParts = (text: string): readonly TextPart[] => {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const link = match[0].replace(TRAILING, '');
    if (match.index > done) parts.push({ kind: 'text', text: text.slice(done, match.index) });
    parts.push({ kind: 'link', text: link });
    done = match.index + link.length;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return parts;
};
