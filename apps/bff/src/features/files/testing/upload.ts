import { randomUUID } from 'node:crypto';
import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { Answer } from '../../../testing/http-call.ts';
import type { Person } from '../../../testing/person.ts';

/** The smallest picture there is: one transparent pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export type Upload = {
  readonly fileId?: string;
  readonly body?: Buffer;
  readonly name?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export const pathOf = (incidentId: string, fileId: string): string => `/api/v1/incidents/${incidentId}/files/${fileId}`;

export const upload = async (
  person: Person,
  incidentId: string,
  { fileId = randomUUID(), body = PIXEL, name = 'pixel.png', headers = {} }: Upload = {},
): Promise<Answer & { readonly fileId: string }> => {
  const answer = await person.call(pathOf(incidentId, fileId), {
    method: 'PUT',
    body,
    headers: { 'content-type': 'image/png', 'x-file-name': encodeURIComponent(name), ...headers },
  });
  return { ...answer, fileId };
};

export const download = (person: Person, incidentId: string, fileId: string, more = ''): Promise<Answer> =>
  person.call(`${pathOf(incidentId, fileId)}${more}`);

/** An entry that shows a file. */
export const show = (
  person: Person,
  incidentId: IncidentId,
  fileId: string,
  entryId: string = randomUUID(),
): Promise<unknown> =>
  person.does('timeline.add-entry', {
    incidentId,
    entryId,
    kind: 'file',
    text: 'A picture',
    attachments: [{ fileId, name: 'pixel.png', type: 'image/png', bytes: PIXEL.length }],
  } as never);
