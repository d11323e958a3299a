import * as z from 'zod/mini';
import { IntegrationId, UserId } from '../kernel/ids.ts';
import { Join, JoinPreview, SignIn } from './http.ts';

export type HttpRoute = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below the server's address; `{name}` stands for one segment. */
  readonly path: string;
  readonly summary: string;
  readonly query?: readonly (keyof typeof QUERY_PARAMETERS)[];
  readonly body?: z.ZodMiniType;
  /** A body that is not JSON: bytes as they are, with these headers. */
  readonly takesBytes?: { readonly headers: Readonly<Record<string, string>> };
  /** Anything else than JSON with 200. */
  readonly answers?: { readonly status: 204 } | { readonly mediaType: string };
  /** Needs neither a session nor a token. */
  readonly open?: true;
};

export const QUERY_PARAMETERS = {
  limit: { type: 'integer', description: 'Items per page.' },
  cursor: { type: 'string', description: '`next` of the page before.' },
  search: { type: 'string', description: 'Words to look for.' },
  at: { type: 'string', description: 'As it was then, with the rights of today: an ISO time or a position.' },
  atLeast: { type: 'integer', description: 'Waits until this position is in the answer: reads your own writes.' },
  since: { type: 'integer', description: "Version of the incident's stream that was seen last; 0 for nothing." },
  before: { type: 'integer', description: 'Entries older than this version: `next` of the page before.' },
  format: { type: 'string', description: '`markdown` or `json`.' },
} as const;

/** Every route but the commands, which have one each by their type. */
export const HTTP_ROUTES: readonly HttpRoute[] = [
  { method: 'get', path: '/api/v1/session', summary: 'Who is signed in.', open: true },
  {
    method: 'post',
    path: '/api/v1/session',
    summary: 'Sign in with the token of a sign-in link.',
    body: SignIn,
    open: true,
  },
  { method: 'delete', path: '/api/v1/session', summary: 'Sign out.', answers: { status: 204 } },
  {
    method: 'post',
    path: '/api/v1/join/preview',
    summary: 'What an invite carries: name, handle, role.',
    body: JoinPreview,
    open: true,
  },
  { method: 'post', path: '/api/v1/join', summary: 'Accept an invite and sign in.', body: Join, open: true },
  {
    method: 'post',
    path: '/api/v1/sign-in-links',
    summary: 'A one-time sign-in link for somebody: by administrators, or for yourself.',
    body: z.object({ userId: UserId }),
  },
  {
    method: 'get',
    path: '/api/v1/board',
    summary: 'Open incidents, as the board shows them.',
    query: ['at', 'atLeast'],
  },
  {
    method: 'get',
    path: '/api/v1/incidents',
    summary: 'Closed incidents, newest first.',
    query: ['limit', 'cursor', 'search', 'atLeast'],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}',
    summary: 'One incident, by its id or a key such as INC-2026-0042.',
    query: ['at'],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}/timeline',
    summary: 'Its timeline, the newest entries first to come, oldest first within a page.',
    query: ['limit', 'before', 'at'],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}/changes',
    summary: 'What changed since a version: severity, status, roles, services, decisions, pins, new people.',
    query: ['since'],
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}/export',
    summary: 'The whole room as a file: Markdown for people, JSON for programs.',
    query: ['format'],
    answers: { mediaType: '*/*' },
  },
  {
    method: 'put',
    path: '/api/v1/incidents/{idOrKey}/files/{fileId}',
    summary: 'Upload a file under a UUID of your own, before the entry that shows it: 10 MiB at most.',
    takesBytes: { headers: { 'X-File-Name': 'What it is called, URI-encoded.' } },
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}/files/{fileId}',
    summary: 'A file: images as what they are, everything else to be downloaded.',
    answers: { mediaType: '*/*' },
  },
  {
    method: 'put',
    path: '/api/v1/incidents/{idOrKey}/files/{fileId}/thumbnail',
    summary: 'A small image of a file, by whoever uploaded that: PNG, JPEG, WebP or GIF, 256 KiB at most.',
    takesBytes: { headers: {} },
  },
  {
    method: 'get',
    path: '/api/v1/incidents/{idOrKey}/files/{fileId}/thumbnail',
    summary: 'The small image of a file.',
    answers: { mediaType: 'image/*' },
  },
  {
    method: 'get',
    path: '/api/v1/settings',
    summary: 'Settings of incident response, with who changed each section last.',
  },
  {
    method: 'get',
    path: '/api/v1/topics/{topic}',
    summary: 'Snapshot of a live topic: board, alerts, people, settings.',
  },
  {
    method: 'get',
    path: '/api/v1/topics/incident/{incidentId}',
    summary: 'Snapshot of an incident room: its header and newest entries.',
  },
  { method: 'get', path: '/api/v1/sources', summary: 'Kinds of monitoring tools that can send alerts.' },
  { method: 'get', path: '/api/v1/integrations', summary: 'Connected sources of alerts, without their tokens.' },
  { method: 'get', path: '/api/v1/invites', summary: 'Invites not yet accepted, without their links.' },
  {
    method: 'get',
    path: '/api/v1/alerts/unreadable',
    summary: 'Alerts that could not be read, kept as they came.',
    query: ['limit', 'cursor'],
  },
  {
    method: 'post',
    path: '/api/v1/test-alerts',
    summary: 'Send a test alert through the real ingest path of an integration.',
    body: z.object({ integrationId: IntegrationId }),
  },
  {
    method: 'post',
    path: '/api/v1/ingest/{source}',
    summary: 'Alerts of a monitoring tool, with the token of an integration: alertmanager or generic.',
  },
  { method: 'get', path: '/api/v1/openapi.json', summary: 'This document.', open: true },
  { method: 'get', path: '/healthz', summary: 'The process is alive.', open: true },
  { method: 'get', path: '/readyz', summary: 'It can take work; 503 with the reason where not.', open: true },
  { method: 'get', path: '/metrics', summary: 'Figures, for Prometheus.', answers: { mediaType: 'text/plain' } },
];
