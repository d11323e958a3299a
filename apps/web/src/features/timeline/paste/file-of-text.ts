const two = (value: number): string => String(value).padStart(2, '0');

/** What is too long for an entry, named by when it was pasted. */
export const fileOfText = (text: string, at = new Date()): File =>
  new File([text], `pasted-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}.txt`, {
    type: 'text/plain',
  });
