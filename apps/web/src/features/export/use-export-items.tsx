import type { Incident } from '@sitrep/shared/incidents/state';
import { FileJson, FileText, Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { MenuItem } from '../../ui/menu-item.ts';
import { exportAddress, type ExportFormat } from './export-address.ts';

const FILES = [
  { format: 'markdown', Icon: FileText },
  { format: 'json', Icon: FileJson },
] as const satisfies readonly { format: ExportFormat; Icon: unknown }[];

/** The whole room as a file or on paper, for the menu of the room. */
export const useExportItems = (incident: Incident | undefined, onPrint: () => void): readonly MenuItem[] => {
  const t = useTranslations('exported');
  if (incident === undefined) return [];
  return [
    ...FILES.map(({ format, Icon }, at): MenuItem => ({
      id: `export-${format}`,
      ...(at === 0 ? { section: '' } : {}),
      label: t(format),
      icon: <Icon size={16} aria-hidden />,
      onSelect: () => download(exportAddress(incident.key, format)),
    })),
    { id: 'print', label: t('print'), icon: <Printer size={16} aria-hidden />, onSelect: onPrint },
  ];
};

/** The server names the file. */
const download = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};
