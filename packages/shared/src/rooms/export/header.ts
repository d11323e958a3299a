import type { Incident } from '../../incidents/state.ts';
import { MILESTONES } from '../../incidents/values.ts';
import { capital, field, optionalUtc } from './fields.ts';
import { duration, utc } from './markdown-text.ts';
import { actorIn } from './names.ts';
import type { Source } from './source.ts';

export const headerLines = ({ incident, names }: Source): readonly string[] => {
  const { severity, status, declaredAt, declaredBy, detection, services, milestones } = incident;
  const closure = incident.status === 'closed' ? incident.closure : undefined;
  return [
    ...field('Severity', `SEV${severity}`),
    ...field('Status', status),
    ...(closure === undefined ? [] : field('Closed as', closureText(closure))),
    ...field('Declared', `${utc(declaredAt)} UTC by ${actorIn(names, declaredBy)}`),
    ...MILESTONES.flatMap((name) => field(capital(name), optionalUtc(milestones[name]))),
    ...field('Affected services', services.join(', ')),
    ...field('Detection', detection),
    ...(incident.private ? field('Private', 'yes') : []),
  ];
};

type Closure = Extract<Incident, { status: 'closed' }>['closure'];
const closureText = (closure: Closure): string => {
  switch (closure.kind) {
    case 'completed':
      return `completed: ${closure.reason}`;
    case 'false-alarm':
      return `false alarm: ${closure.reason}`;
    case 'duplicate':
      return `duplicate of ${closure.key}`;
    case 'merged':
      return `merged into ${closure.key}`;
  }
};

/** How long it lasted, or has lasted until then. */
export const lasted = (incident: Incident, now: number): string => {
  const { milestones, declaredAt } = incident;
  const end = milestones.resolved ?? (incident.status === 'closed' ? incident.closedAt : now);
  return duration(end - (milestones.started ?? declaredAt));
};
