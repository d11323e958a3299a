import { registerDocStoreContract } from '../../../ports/doc-store.contract.ts';
import { registerEventLogContract } from '../../../ports/event-log.contract.ts';
import { temporaryStorage } from './temporary-storage.ts';

registerEventLogContract({
  name: 'file',
  create: async () => {
    const { storage, destroy } = await temporaryStorage();
    return { log: storage.log, destroy };
  },
});
registerDocStoreContract({
  name: 'file',
  create: async () => {
    const { storage, destroy } = await temporaryStorage();
    return { docs: storage.docs, destroy };
  },
});
