import { registerDocStoreContract } from '../../../ports/doc-store.contract.ts';
import { registerEventLogContract } from '../../../ports/event-log.contract.ts';
import { createMemoryStorage } from './memory-storage.ts';

registerEventLogContract({
  name: 'memory',
  create: async () => ({ log: createMemoryStorage().log, destroy: async () => {} }),
});
registerDocStoreContract({
  name: 'memory',
  create: async () => ({ docs: createMemoryStorage().docs, destroy: async () => {} }),
});
