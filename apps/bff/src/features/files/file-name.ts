import { invalid } from '@sitrep/shared/kernel/refusals';
import { line } from '@sitrep/shared/kernel/text';

const MOST = 200;
const Line = line(MOST);
// They make "exe.gnp" look like "png.exe", and are of no use in a name.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The last part of what the sender calls a file, as one line. @throws Refusal `invalid` */
export const fileNameOf = (header: string | undefined): string => {
  const decoded = decode(header ?? '');
  const last = decoded.replace(DIRECTION_MARKS, '').split(/[/\\]/).at(-1) ?? '';
  const { data } = Line.safeParse(last);
  if (data === undefined || /^\.+$/.test(data)) {
    throw invalid('X-File-Name', `Send the name of the file in X-File-Name, URI-encoded, ${MOST} characters at most.`);
  }
  return data;
};

const decode = (header: string): string => {
  try {
    return decodeURIComponent(header);
  } catch {
    throw invalid('X-File-Name', 'The name of the file has to be URI-encoded.');
  }
};

/** RFC 6266: a plain form for old clients, and the whole name as RFC 8187 has it. */
export const contentDisposition = (kind: 'inline' | 'attachment', name: string): string => {
  const plain = name.replaceAll(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
};
