import { Outlet } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { DrillStrip } from '../features/drill/drill-strip.tsx';
import { useSession } from '../live/react.tsx';
import { TitleMark, useMarkedTitle } from '../ui/use-document-title.ts';

/** Around every page, also those before somebody is signed in. */
export const Root = () => {
  const t = useTranslations('drill');
  const { drill } = useSession();
  const mark = drill === undefined ? '' : t('drill');
  useMarkedTitle(mark);
  return (
    <TitleMark value={mark}>
      {drill === undefined ? null : <DrillStrip name={drill} />}
      <Outlet />
    </TitleMark>
  );
};
