export type Segment = { readonly kind: 'plain' | 'markdown' | 'log'; readonly text: string };

const STAMPED = /^\s*[[(<]?(?:\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\d{2}:\d{2}:\d{2}(?!\S*\s+\S{1,30}:\s))/;
const SYSLOG = /^[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \S/;
const LEVEL = /^\s*\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC)\]?[:\s]\s*\S/;
const STACK = /^\s+at \S|^\s*File "[^"]*", line \d|^Caused by: |^Traceback \(|^\s*\.{3} \d+ more$|^goroutine \d/;
const PAIRS = /^(?:.*\s)?(?:[\w.-]+=\S*\s+){2,}[\w.-]+=\S*/;
const JSON_LINE = /^\s*"[^"]*":\s|^\s*[{[]$|^\s*[}\]]+,?$|^\s*\{".*\}$/;
const DIFF = /^diff --git |^@@ .*@@|^(?:\+\+\+|---) \S/;
const NESTED_KEY = /^\s{2,}(?:- )?[\w.-]+:(?:\s|$)/;
const RULED = /^\s*[+|]?[-=+|]{5,}\s*$/;
const MACHINES = [STAMPED, SYSLOG, LEVEL, STACK, PAIRS, JSON_LINE, DIFF, NESTED_KEY, RULED];

const INDENTED = /^(?:\t|\s{2,})(?![-*+]\s|\d+[.)]\s)\S/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const FEWEST_LINES = 3;

// Of an endless line the beginning says what it is.
const BEGINNING = 1_000;
const isMachine = (line: string): boolean => {
  const beginning = line.slice(0, BEGINNING);
  return MACHINES.some((form) => form.test(beginning));
};

const MARKS = [
  /^ {0,3}(?:`{3,}|~{3,})/m,
  /`[^`\n]+`/,
  /(?:^|[^\w*])\*{1,3}[^\s*](?:[^*\n]*[^\s*])?\*{1,3}(?![\w*])/m,
  /(?:^|[^\w_])_[^\s_](?:[^\n]{0,300}[^\s_])?_(?!\w)/m,
  /~~[^\s~](?:[^~\n]*[^\s~])?~~/,
  /^ {0,3}#{1,6} \S/m,
  /^[^\S\n]*(?:[-*+]|\d{1,9}[.)]) \S/m,
  /^ {0,3}> ?\S/m,
  /^[^\S\n]*\|?[^\S\n]*:?-+:? *\|[-|: ]*$/m,
  /\[[^[\]\n]*\]\([^)(\s]+\)/,
];

/** Written with the marks of Markdown; everything else is shown as it was typed. */
export const looksLikeMarkdown = (text: string): boolean => MARKS.some((mark) => mark.test(text));

/**
 * What machines wrote (three lines and more) stands apart from what people wrote, so that no star or underline of a log
 * becomes emphasis. What somebody put between fences is left to Markdown.
 */
export const segmentsOf = (text: string): readonly Segment[] => {
  const lines = text.split('\n');
  const found: Segment[] = [];
  let prose: string[] = [];
  const endProse = (): void => {
    if (prose.some((line) => line.trim() !== '')) found.push(written(prose.join('\n')));
    prose = [];
  };
  for (let at = 0; at < lines.length;) {
    const fenced = fenceEnd(lines, at);
    const logged = fenced === at ? logEnd(lines, at) : at;
    if (logged > at) {
      endProse();
      found.push({ kind: 'log', text: lines.slice(at, logged).join('\n') });
      at = logged;
    } else {
      const end = Math.max(fenced, at + 1);
      prose.push(...lines.slice(at, end));
      at = end;
    }
  }
  endProse();
  return found;
};

const written = (text: string): Segment => ({
  kind: !isOverloaded(text) && looksLikeMarkdown(text) ? 'markdown' : 'plain',
  text,
});

const MOST_CHARACTERS = 4_000;
const MOST_MARKS = 400;
const DEEP = /^(?:[^\S\n]*(?:[-*+>]|\d{1,9}[.)])[^\S\n]*){8}/m;
const FENCED = /^ {0,3}```[^\n]*\n[\s\S]*?^ {0,3}```$/gm;

/** Markdown takes time by the square of such texts, minutes at worst: nobody writes them to be read as that. */
const isOverloaded = (text: string): boolean => {
  const words = text.replaceAll(FENCED, '');
  return (
    words.length > MOST_CHARACTERS || (words.match(/[*_~`[\]<>&!(]/g) ?? []).length > MOST_MARKS || DEEP.test(words)
  );
};

/** Behind the fence that closes the one at `start`; `start` where none opens. */
const fenceEnd = (lines: readonly string[], start: number): number => {
  const fence = FENCE.exec(lines[start] ?? '')?.[1];
  if (fence === undefined) return start;
  const closes = (line: string): boolean => {
    const other = FENCE.exec(line)?.[1];
    return other?.[0] === fence[0] && other !== undefined && other.length >= fence.length && line.trim() === other;
  };
  const close = lines.findIndex((line, index) => index > start && closes(line));
  return close === -1 ? lines.length : close + 1;
};

/** Behind the last line of the log that begins at `start`; `start` where none does. */
const logEnd = (lines: readonly string[], start: number): number => {
  let end = start;
  let machine = 0;
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isMachine(line)) machine += 1;
    else if (line.trim() === '' && at > start) continue;
    else if (machine === 0 || !INDENTED.test(line)) break;
    end = at + 1;
  }
  return machine > 0 && end - start >= FEWEST_LINES ? end : start;
};
