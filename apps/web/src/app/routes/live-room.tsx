import type { IncidentId } from '@sitrep/shared/kernel/ids';
import type { RoomParts } from '@sitrep/shared/rooms/room';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useBrief } from '../../features/brief/use-brief.tsx';
import { showClocks } from '../../features/clocks/show-clocks.ts';
import { ClosedBar } from '../../features/incidents/components/closed-bar.tsx';
import { SEVERITY_MENU } from '../../features/incidents/components/severity-menu.tsx';
import { STATUS_MENU } from '../../features/incidents/components/status-menu.tsx';
import { HaltKey } from '../../features/mitigations/halt-key.tsx';
import { RelateDialogs } from '../../features/relations/relate-dialog.tsx';
import { PresentPanel, PresentPeople } from '../../features/presence/present-people.tsx';
import { useSituationMenu } from '../../features/situation/use-situation-menu.tsx';
import { TypingLine } from '../../features/presence/typing-line.tsx';
import { Composer, COMPOSER } from '../../features/timeline/components/composer.tsx';
import {
  useEntries,
  useIncident,
  useLiveClient,
  useOlderEntries,
  usePendingCommands,
  useRoom,
  useRoomPart,
} from '../../live/react.tsx';
import { showToast } from '../../ui/toast.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useBeHere } from '../../widgets/here.ts';
import { useBeginVisit } from '../../widgets/read-marker.ts';
import { markSeen } from '../../widgets/seen.ts';
import { editImpact } from './edit-impact.ts';
import { MissingRoom } from './missing-room.tsx';
import { RoomLayout } from './room-layout.tsx';
import { HandOver } from './hand-over.tsx';
import { useRoomExtras } from './use-room-extras.ts';
import { useCommandKey } from './use-command-key.ts';
import { useHandOver } from './use-hand-over.tsx';

type Props = { id: IncidentId; address: string };

const whole = (parts: RoomParts): RoomParts => parts;

/** Why a key did nothing: one that does nothing seems broken. */
const sayWhy = (title: string): void => void showToast({ id: 'why', title });

/** `address`: what stands in the browser's; an id there becomes the key once it is known. */
export const LiveRoom = ({ id, address }: Props) => {
  const t = useTranslations('incident.room');
  const words = useTranslations('words');
  const clocks = useTranslations('clocks');
  const navigate = useNavigate();
  const { status } = useRoom(id);
  const incident = useIncident(id);
  const parts = useRoomPart(id, whole);
  const entries = useEntries(id);
  const older = useOlderEntries(id);
  const pending = usePendingCommands(id);
  const { serverNow } = useLiveClient();
  const takeCommand = useCommandKey(incident, parts.roster, sayWhy);
  const handOver = useHandOver(incident, sayWhy);
  useBeHere(id);
  useBeginVisit(id);
  const brief = useBrief(incident, parts, entries);
  const situation = useSituationMenu(incident, parts);
  const extras = useRoomExtras(incident);

  // On the board nothing is new of what was seen here.
  useEffect(() => {
    markSeen(`board/${id}`, serverNow());
    return () => markSeen(`board/${id}`, serverNow());
  }, [id, serverNow]);
  const key = incident?.key;
  useEffect(() => {
    if (key === undefined || key === address) return;
    void navigate({
      to: '/incidents/$incident',
      params: { incident: key },
      search: true,
      hash: window.location.hash.slice(1),
      replace: true,
    });
  }, [key, address, navigate]);
  useDocumentTitle(
    incident === undefined
      ? ''
      : `${words('severity', { severity: incident.severity })} ${incident.key} ${incident.title}`,
  );
  useKeys([
    { id: 'write-note', run: () => document.getElementById(COMPOSER)?.focus() },
    { id: 'change-severity', run: () => document.getElementById(SEVERITY_MENU)?.click() },
    { id: 'change-status', run: () => document.getElementById(STATUS_MENU)?.click() },
    { id: 'take-command', run: takeCommand },
    { id: 'edit-impact', run: editImpact },
    { id: 'hand-over', run: handOver.run },
    { id: 'show-clocks', run: () => showClocks() || sayWhy(clocks('noneKey')) },
  ]);

  if (status === 'missing') return <MissingRoom />;
  if (incident === undefined) {
    return status === 'failed' ? (
      <EmptyState title={t('failed')}>{t('failedMeaning')}</EmptyState>
    ) : (
      <Skeleton rows={8} />
    );
  }
  return (
    <>
      {situation.dialog}
      <RelateDialogs incident={incident} />
      <HandOver incident={incident} parts={parts} />
      {incident.status === 'closed' ? null : <HaltKey incident={incident} mitigations={parts.mitigations} />}
      <RoomLayout
        incident={incident}
        parts={parts}
        entries={entries}
        ready={status === 'ready'}
        older={older}
        pending={pending}
        menu={[...brief, ...handOver.items, ...situation.items, ...extras]}
        headerEnd={<PresentPeople incidentId={id} />}
        work={<PresentPanel incidentId={id} />}
        onSeeAt={() =>
          void navigate({
            to: '/incidents/$incident',
            params: { incident: incident.key },
            search: { at: new Date(serverNow()).toISOString() },
          })
        }
        composer={
          <>
            {incident.status === 'closed' ? null : <TypingLine incidentId={id} />}
            {incident.status === 'closed' ? (
              <ClosedBar incident={incident} />
            ) : (
              <Composer key={id} incident={incident} />
            )}
          </>
        }
      />
    </>
  );
};
