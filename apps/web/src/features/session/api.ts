import type { UserId } from '@sitrep/shared/kernel/ids';
import type { InvitePreview, Join, SessionAnswer } from '@sitrep/shared/protocol/http';
import { request } from '../../http/request.ts';

export const signIn = (token: string): Promise<SessionAnswer> => request('POST', '/api/v1/session', { token });

export const previewInvite = (token: string): Promise<InvitePreview> =>
  request('POST', '/api/v1/join/preview', { token });

export const join = (fields: Join): Promise<SessionAnswer> => request('POST', '/api/v1/join', fields);

export type SignInLink = { readonly url: string; readonly expiresAt: number };

export const makeSignInLink = (userId: UserId): Promise<SignInLink> =>
  request('POST', '/api/v1/sign-in-links', { userId });
