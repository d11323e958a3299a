import type { IncidentEventType } from '@sitrep/shared/incidents/events';
import type { TimelineEntry } from '@sitrep/shared/timeline/state';
import type { WrittenKind } from '@sitrep/shared/timeline/values';
import {
  Archive,
  Bell,
  BellOff,
  CircleDot,
  Flag,
  Gauge,
  Gavel,
  GitCommitHorizontal,
  Link2,
  Lock,
  Paperclip,
  Pencil,
  RotateCcw,
  Search,
  Server,
  Siren,
  StickyNote,
  UserRound,
  Users,
} from 'lucide-react';

const WRITTEN: Readonly<Record<WrittenKind, typeof Bell>> = {
  note: StickyNote,
  finding: Search,
  decision: Gavel,
  change: GitCommitHorizontal,
  impact: Users,
  link: Link2,
  file: Paperclip,
};

const RECORDED: Readonly<Record<IncidentEventType, typeof Bell>> = {
  'incident.declared': Siren,
  'incident.title-changed': Pencil,
  'incident.summary-changed': Pencil,
  'incident.severity-changed': Gauge,
  'incident.status-changed': CircleDot,
  'incident.reopened': RotateCcw,
  'incident.closed': Archive,
  'incident.milestone-set': Flag,
  'incident.service-added': Server,
  'incident.service-removed': Server,
  'incident.role-changed': UserRound,
  'incident.alerts-joined': Bell,
  'incident.alerts-resolved': BellOff,
  'incident.access-granted': Lock,
  'incident.access-revoked': Lock,
};

export const EntryIcon = ({ entry }: { entry: TimelineEntry }) => {
  const Icon = entry.origin === 'written' ? WRITTEN[entry.kind] : RECORDED[entry.fact.type];
  return <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-text-2" />;
};
