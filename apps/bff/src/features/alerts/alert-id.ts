import type { AlertId, IntegrationId } from '@sitrep/shared/kernel/ids';
import { derivedId } from '../../ids/derived-id.ts';

/** One alert per integration and fingerprint, whichever node receives it. */
export const alertIdFor = (integrationId: IntegrationId, fingerprint: string): AlertId =>
  derivedId('alert', integrationId, fingerprint) as AlertId;
