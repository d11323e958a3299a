/** Where a text stops being JSON that we take, and why. `path` as a program would write it: `alerts[3].labels`. */
export type JsonFault = { readonly path: string; readonly message: string };

type Frame = { readonly kind: 'array' | 'object'; key: number | string | undefined };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Control characters are not allowed in a string.
// oxlint-disable-next-line no-control-regex
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\n\r]*/y;
const WORDS = ['true', 'false', 'null'];

/**
 * Reads a text as JSON without recursion, for the answer to somebody whose body was refused: finds the first value
 * nested deeper than allowed, or the first place that is not JSON.
 */
export const findJsonFault = (text: string, maxDepth: number): JsonFault | undefined => {
  const frames: Frame[] = [];
  let at = 0;

  const taken = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const skipSpace = () => void taken(SPACE);
  const fault = (message: string): JsonFault => ({ path: pathOf(frames), message });
  const unexpected = (wanted: string): JsonFault => {
    const found = at >= text.length ? 'the end' : JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
    return fault(`Not JSON: ${wanted} expected at ${lineAndColumn(text, at)}, found ${found}.`);
  };
  const readString = (): string | undefined => {
    if (text[at] !== '"') return undefined;
    const start = at;
    at += 1;
    do taken(PLAIN);
    while (taken(ESCAPE) !== undefined);
    if (text[at] !== '"') return undefined;
    at += 1;
    return text.slice(start, at);
  };
  const readScalar = (): boolean => {
    if (text[at] === '"') return readString() !== undefined;
    const word = WORDS.find((candidate) => text.startsWith(candidate, at));
    at += word?.length ?? 0;
    return word !== undefined || taken(NUMBER) !== undefined;
  };
  /** After `{` or a comma in an object. */
  const readKey = (frame: Frame): JsonFault | undefined => {
    skipSpace();
    const key = readString();
    if (key === undefined) return unexpected('a name in double quotes');
    frame.key = JSON.parse(key) as string;
    skipSpace();
    if (text[at] !== ':') return unexpected('":"');
    at += 1;
    return undefined;
  };
  /** After a value: closes what ends here, or moves to the next value. */
  const readOn = (): JsonFault | 'next' | 'done' => {
    for (;;) {
      skipSpace();
      const frame = frames.at(-1);
      if (frame === undefined) return at >= text.length ? 'done' : unexpected('nothing more');
      const close = frame.kind === 'array' ? ']' : '}';
      if (text[at] === ',') {
        at += 1;
        if (typeof frame.key === 'number') frame.key += 1;
        return frame.kind === 'object' ? (readKey(frame) ?? 'next') : 'next';
      }
      if (text[at] !== close) return unexpected(`"," or "${close}"`);
      at += 1;
      frames.pop();
    }
  };

  for (;;) {
    skipSpace();
    const opens = text[at] === '[' ? 'array' : text[at] === '{' ? 'object' : undefined;
    if (opens !== undefined) {
      if (frames.length >= maxDepth) return fault(`Nested deeper than ${maxDepth} levels.`);
      at += 1;
      skipSpace();
      const frame: Frame = { kind: opens, key: opens === 'array' ? 0 : undefined };
      const empty = text[at] === (opens === 'array' ? ']' : '}');
      if (empty) {
        at += 1;
      } else {
        frames.push(frame);
        const missing = opens === 'object' ? readKey(frame) : undefined;
        if (missing !== undefined) return missing;
        continue;
      }
    } else if (!readScalar()) {
      return unexpected('a value');
    }
    const next = readOn();
    if (next === 'done') return undefined;
    if (next !== 'next') return next;
  }
};

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const SHOWN_KEY = 60;
const SHOWN_STEPS = 12;

const pathOf = (frames: readonly Frame[]): string => {
  const steps = frames.flatMap(({ key }) => (key === undefined ? [] : [stepOf(key)]));
  const shown = steps.slice(0, SHOWN_STEPS).join('');
  return `${shown.replace(/^\./, '')}${steps.length > SHOWN_STEPS ? '…' : ''}`;
};

const stepOf = (key: number | string): string => {
  if (typeof key === 'number') return `[${key}]`;
  const shown = key.length > SHOWN_KEY ? `${key.slice(0, SHOWN_KEY)}…` : key;
  return IDENTIFIER.test(shown) ? `.${shown}` : `[${JSON.stringify(shown)}]`;
};

const lineAndColumn = (text: string, at: number): string => {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`;
};
