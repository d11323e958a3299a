import type { CommandAnswer } from '@sitrep/shared/protocol/http';
import type { IntegrationId } from '@sitrep/shared/kernel/ids';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLiveClient } from '../../live/react.tsx';
import { INTEGRATIONS, integrationsQuery, sendTestAlert } from './api.ts';
import { TEST_SOURCE } from './real-sources.ts';

const idOf = (answer: CommandAnswer): IntegrationId => {
  const created = answer.events.find((event) => event.type === 'integration.created');
  if (created === undefined) throw new Error('The server accepted an integration and made none.');
  return created.data.integrationId;
};

/** One click from nothing: connects a source first where there is none that could carry the alert. */
export const useFirstTestAlert = () => {
  const queries = useQueryClient();
  const { sendCommand } = useLiveClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const { items } = await queries.fetchQuery({ ...integrationsQuery, staleTime: 0 });
      const carrier = items.find(({ source, settings }) => source === 'generic' && settings.opensIncidents);
      const id = carrier?.id ?? idOf(await sendCommand('integration.create', { name: TEST_SOURCE, source: 'generic' }));
      return sendTestAlert(id);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: INTEGRATIONS }),
  });
};
