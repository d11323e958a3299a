import type { FileId, IncidentId } from '@sitrep/shared/kernel/ids';

export const fileAddress = (incident: IncidentId, file: FileId): string =>
  `/api/v1/incidents/${incident}/files/${file}`;

export const thumbnailAddress = (incident: IncidentId, file: FileId): string =>
  `${fileAddress(incident, file)}/thumbnail`;
