import { request, type Agent, type IncomingHttpHeaders } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body where it is JSON, typed by whoever asked. */
  json<T = Problem>(whereEmpty?: T): T;
};

export type Problem = {
  readonly code: string;
  readonly detail: string;
  readonly faults?: readonly { readonly path: string; readonly message: string }[];
  readonly known?: readonly string[];
};

export type Call = {
  readonly method?: string;
  readonly body?: string | Buffer | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One HTTP request, as it is: no redirects, no cookies of its own, any header. */
export const httpCall = (
  port: number,
  path: string,
  { method = 'GET', body, headers = {} }: Call = {},
  agent?: Agent,
) =>
  new Promise<Answer>((resolve, reject) => {
    const isChunked = 'transfer-encoding' in headers;
    const length = body === undefined || isChunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { host: '127.0.0.1', port, path, method, headers: { ...length, ...headers }, agent };
    const call = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        const json = <T>(whereEmpty?: T): T =>
          text === '' && whereEmpty !== undefined ? whereEmpty : (JSON.parse(text) as T);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes, json });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
