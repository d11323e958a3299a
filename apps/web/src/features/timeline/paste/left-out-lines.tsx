import { useTranslations } from 'use-intl';
import type { LeftOut } from './parse-pasted.ts';

/** Nothing is dropped in silence. */
export const LeftOutLines = ({ lines }: { lines: readonly LeftOut[] }) => {
  const t = useTranslations('paste');
  if (lines.length === 0) return null;
  return (
    <details>
      <summary className="target content-center text-dense text-text-2">
        {t('leftOut', { count: lines.length })}
      </summary>
      <ul className="max-h-40 overflow-y-auto border-l-2 border-border pl-2 text-dense">
        {lines.map(({ line, text, why }) => (
          <li key={line}>
            <bdi>{text.trim()}</bdi> <span className="text-text-2">· {t(`why.${why}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};
