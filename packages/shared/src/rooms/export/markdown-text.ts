/** What means something anywhere in a line. */
const ANYWHERE = /[\\`*_{}[\]<>#|~&!]/g;
/** What means something at its beginning: lists, underlined headings and numbers. */
const AT_START = /^(\s*)(?:([-+=:])|(\d{1,9})([.)]))/;

const escapedLine = (line: string): string =>
  line
    .replaceAll(ANYWHERE, (sign) => `\\${sign}`)
    .replace(AT_START, (_all, space: string, sign?: string, digits?: string, dot?: string) =>
      sign === undefined ? `${space}${digits}\\${dot}` : `${space}\\${sign}`,
    );

/** Text of people on one line, so that no Markdown or HTML in it means anything. */
export const inline = (text: string): string => escapedLine(text.replaceAll(/\s+/g, ' ').trim());

/** Text of several lines, each of which stays one, all of them indented alike. */
export const block = (text: string, indent = ''): string => {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return lines
    .map((line, at) => {
      const breaks = line !== '' && (lines[at + 1] ?? '') !== '';
      return line === '' ? '' : `${indent}${escapedLine(line)}${breaks ? '\\' : ''}`;
    })
    .join('\n');
};

/** A link whose address cannot end early. */
export const link = (label: string, address: string): string =>
  `[${inline(label)}](<${encodeURI(address).replaceAll(/[<>]/g, encodeURIComponent)}>)`;

/** `2026-03-01 12:00:05`, UTC. */
export const utc = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
export const utcDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
export const utcTime = (at: number): string => new Date(at).toISOString().slice(11, 19);

const MINUTE = 60_000;

/** `1 h 5 min`. */
export const duration = (ms: number): string => {
  const minutes = Math.max(0, Math.round(ms / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
};
