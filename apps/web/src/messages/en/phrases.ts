import { checklistPhrases } from './phrases/checklist.ts';
import { clockPhrases } from './phrases/clock.ts';
import { hypothesisPhrases } from './phrases/hypothesis.ts';
import { mitigationPhrases } from './phrases/mitigation.ts';
import { relationPhrases } from './phrases/relation.ts';
import { rosterPhrases } from './phrases/roster.ts';
import { situationPhrases } from './phrases/situation.ts';
import { taskPhrases } from './phrases/task.ts';
import { updatePhrases } from './phrases/update.ts';

/** What Sitrep recorded by itself, as sentences. */
export const phrases = {
  declared: '{actor} declared {key} as SEV{severity, number}: {title}',
  declaredByAlert: 'An alert opened {key} as SEV{severity, number}: {title}',
  titleChanged: '{actor} changed the title from “{from}” to “{to}”',
  summaryWritten: '{actor} wrote the summary: {to}',
  summaryChanged: '{actor} changed the summary to: {to}',
  summaryRemoved: '{actor} removed the summary',
  severityChanged: '{actor} changed severity SEV{from, number} → SEV{to, number}',
  severityChangedReason: '{actor} changed severity SEV{from, number} → SEV{to, number}: {reason}',
  statusChanged: '{actor} changed status {from} → {to}',
  statusChangedReason: '{actor} changed status {from} → {to}: {reason}',
  reopened: '{actor} reopened the incident: {reason}',
  closed: '{actor} closed the incident: {reason}',
  closedFalseAlarm: '{actor} closed the incident as a false alarm: {reason}',
  closedDuplicate: '{actor} closed the incident as a duplicate of {key}',
  closedMerged: '{actor} closed the incident: merged into {key}',
  milestoneSet: '{actor} set “{milestone}” to {to}',
  milestoneMoved: '{actor} moved “{milestone}” from {from} to {to}',
  milestoneCleared: '{actor} cleared “{milestone}”',
  serviceAdded: '{actor} added {service} to the affected services',
  serviceRemoved: '{actor} removed {service} from the affected services',
  roleTaken: '{to} took the role {role}',
  roleAssigned: '{actor} made {to} {role}',
  roleReassigned: '{actor} made {to} {role}, after {from}',
  roleAccepted: '{to} accepted the role {role}',
  roleAcceptedFrom: '{to} accepted the role {role}, after {from}',
  roleHandedOver: '{from} handed {role} over to {to}',
  roleReleased: '{from} released the role {role}',
  roleReleasedBy: '{actor} released {from} from the role {role}',
  alertsJoined:
    '{more, plural, =0 {Alert: {title}} one {Alert: {title}, and 1 more} other {Alert: {title}, and # more}}',
  alertsAgain: '{count, plural, one {1 alert fires again} other {# alerts fire again}}',
  alertsResolved: 'All alerts of the incident have resolved',
  tookBack: 'Taking back a change, {sentence}',
  accessGranted: '{actor} let {person} in',
  accessRevoked: '{actor} removed {person} from those who may see this',
  roster: rosterPhrases,
  situation: situationPhrases,
  hypothesis: hypothesisPhrases,
  mitigation: mitigationPhrases,
  task: taskPhrases,
  checklist: checklistPhrases,
  update: updatePhrases,
  clock: clockPhrases,
  relation: relationPhrases,
} as const;
