import type { Incident } from '@sitrep/shared/incidents/state';
import type { Audience } from '@sitrep/shared/settings/values';
import type { UpdateContent } from '@sitrep/shared/updates/events';
import { isPublishing, type Updates } from '@sitrep/shared/updates/state';
import { useTranslations } from 'use-intl';
import { useLiveClient } from '../../live/react.tsx';
import { useGate, useWritingGate } from '../../widgets/gate.ts';
import { obstacle } from './update-draft.ts';

type About = {
  readonly incident: Incident;
  readonly updates: Updates;
  readonly audience: Audience;
  readonly content: UpdateContent;
};

export type Blocked = Readonly<Record<'write' | 'request' | 'publish', string | undefined>>;

/** Why a text cannot be written, shown to who approves, or published now; nothing where it can. */
export const useBlocked = ({ incident, updates, audience, content }: About): Blocked => {
  const t = useTranslations('updates');
  const { serverNow } = useLiveClient();
  const holders = { holders: incident.roles };
  const write = useWritingGate('update.write', holders);
  const confirm = useGate('update.write', holders);
  const found = obstacle(content, serverNow());
  const said = found === undefined ? undefined : 'gap' in found ? t('gap', { gap: found.gap }) : t(found.code);
  const othersLeave = updates.items.some((one) => isPublishing(one) && one.audience === audience);
  return {
    write,
    request: write ?? said,
    publish: confirm ?? said ?? (othersLeave ? t('otherLeaves') : undefined),
  };
};
