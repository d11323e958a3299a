import { useCallback } from 'react';
import { useTranslations } from 'use-intl';

const KB = 1_000;
const MB = 1_000_000;

export const useSizeWords = (): ((bytes: number) => string) => {
  const t = useTranslations('files.size');
  return useCallback(
    (bytes) => {
      if (bytes < KB) return t('bytes', { count: bytes });
      return bytes < MB
        ? t('kilobytes', { count: Math.round(bytes / KB) })
        : t('megabytes', { count: Math.round(bytes / (MB / 10)) / 10 });
    },
    [t],
  );
};
