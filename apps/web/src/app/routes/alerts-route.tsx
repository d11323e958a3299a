import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { AlertsPage } from '../../features/alerts/alerts-page.tsx';
import { integrationsQuery } from '../../features/integrations/api.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMay } from '../../widgets/gate.ts';
import { declareFrom } from '../declare-from.ts';

export const AlertsRoute = () => {
  const t = useTranslations('alerts');
  const { view } = useSearch({ from: '/signed-in/alerts' });
  const navigate = useNavigate();
  const administers = useMay('integration.manage');
  const { data } = useQuery({ ...integrationsQuery, enabled: administers });
  const sources = new Map(data?.items.map(({ id, name }) => [id, name]));
  useDocumentTitle(t('title'));
  return (
    <AlertsPage
      view={view ?? 'active'}
      onView={(next) =>
        void navigate({ to: '/alerts', search: next === 'active' ? {} : { view: next }, replace: true })
      }
      onDeclare={declareFrom}
      sources={sources}
      connect={
        administers ? (
          <Link to="/settings/integrations" className="text-accent underline underline-offset-2">
            {t('connect')}
          </Link>
        ) : null
      }
    />
  );
};
