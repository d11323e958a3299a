export type ExportFormat = 'markdown' | 'json';

export const exportAddress = (idOrKey: string, format: ExportFormat): string =>
  `/api/v1/incidents/${encodeURIComponent(idOrKey)}/export?format=${format}`;
