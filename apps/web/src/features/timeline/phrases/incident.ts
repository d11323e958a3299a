import type { IncidentEvent } from '@sitrep/shared/incidents/events';
import type { ActorRef } from '@sitrep/shared/kernel/event';
import type { Translate } from '../translate.ts';
import type { Entry, Wording } from './wording.ts';

/** What opens incidents for alerts. */
const ALERTS: ActorRef = 'system/alerts';

/** What happened to the incident itself, as a sentence. */
export const incidentPhrase = (fact: IncidentEvent, entry: Entry, words: Wording): string => {
  const { t } = words;
  const actor = words.actor(entry.by);
  switch (fact.type) {
    case 'incident.declared': {
      const { key, severity, title } = fact.data;
      return entry.by === ALERTS
        ? t('declaredByAlert', { key, severity, title })
        : t('declared', { actor, key, severity, title });
    }
    case 'incident.title-changed': {
      const { from, to } = fact.data;
      return t('titleChanged', { actor, from, to });
    }
    case 'incident.summary-changed': {
      const { from, to } = fact.data;
      if (to === '') return t('summaryRemoved', { actor });
      return from === '' ? t('summaryWritten', { actor, to }) : t('summaryChanged', { actor, to });
    }
    case 'incident.severity-changed': {
      const { from, to, reason } = fact.data;
      return reason === undefined
        ? t('severityChanged', { actor, from, to })
        : t('severityChangedReason', { actor, from, to, reason });
    }
    case 'incident.status-changed': {
      const { reason } = fact.data;
      const [from, to] = [words.status(fact.data.from), words.status(fact.data.to)];
      return reason === undefined
        ? t('statusChanged', { actor, from, to })
        : t('statusChangedReason', { actor, from, to, reason });
    }
    case 'incident.reopened':
      return t('reopened', { actor, reason: fact.data.reason });
    case 'incident.closed':
      return closed(fact.data.closure, actor, t);
    case 'incident.milestone-set':
      return milestone(fact.data, actor, words);
    case 'incident.service-added':
      return t('serviceAdded', { actor, service: fact.data.service });
    case 'incident.service-removed':
      return t('serviceRemoved', { actor, service: fact.data.service });
    case 'incident.role-changed':
      return roleMove(fact.data, entry.by, words);
    case 'incident.alerts-joined': {
      const [first] = fact.data.alerts;
      return first === undefined
        ? t('alertsAgain', { count: fact.data.again.length })
        : t('alertsJoined', { title: first.title, more: entry.more });
    }
    case 'incident.alerts-resolved':
      return t('alertsResolved');
    case 'incident.access-granted':
      return t('accessGranted', { actor, person: words.person(fact.data.userId) });
    case 'incident.access-revoked':
      return t('accessRevoked', { actor, person: words.person(fact.data.userId) });
  }
};

type DataOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>['data'];

const closed = (closure: DataOf<'incident.closed'>['closure'], actor: string, t: Translate): string => {
  switch (closure.kind) {
    case 'completed':
      return t('closed', { actor, reason: closure.reason });
    case 'false-alarm':
      return t('closedFalseAlarm', { actor, reason: closure.reason });
    case 'duplicate':
      return t('closedDuplicate', { actor, key: closure.key });
    case 'merged':
      return t('closedMerged', { actor, key: closure.key });
  }
};

const milestone = (data: DataOf<'incident.milestone-set'>, actor: string, words: Wording): string => {
  const name = words.milestone(data.milestone);
  if (data.to === undefined) return words.t('milestoneCleared', { actor, milestone: name });
  const to = words.time(data.to);
  return data.from === undefined
    ? words.t('milestoneSet', { actor, milestone: name, to })
    : words.t('milestoneMoved', { actor, milestone: name, from: words.time(data.from), to });
};

const roleMove = (data: DataOf<'incident.role-changed'>, by: ActorRef, words: Wording): string => {
  const [actor, from, to, role] = [
    words.actor(by),
    words.person(data.from),
    words.person(data.to),
    words.role(data.role),
  ];
  const { t } = words;
  switch (data.move) {
    case 'taken':
      return t('roleTaken', { to, role });
    case 'accepted':
      return data.from === undefined ? t('roleAccepted', { to, role }) : t('roleAcceptedFrom', { from, to, role });
    case 'handed-over':
      return t('roleHandedOver', { from, to, role });
    case 'released':
      return by === `user/${data.from ?? ''}`
        ? t('roleReleased', { from, role })
        : t('roleReleasedBy', { actor, from, role });
    case 'assigned':
      return data.from === undefined
        ? t('roleAssigned', { actor, to, role })
        : t('roleReassigned', { actor, to, role, from });
  }
};
