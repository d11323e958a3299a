import { INCIDENT_ROLES, SEVERITIES } from '../incidents/values.ts';
import type { RefusalDetails } from '../kernel/errors.ts';
import {
  isTemplateVariable,
  TEMPLATE_VARIABLES,
  variablesIn,
  type SectionName,
  type Settings,
  type SeverityPolicy,
} from './values.ts';

type Fault = NonNullable<RefusalDetails['faults']>[number];

type Check<Value> = (value: Value) => readonly Fault[];

const fault = (path: string, message: string): Fault => ({ path: `value${path}`, message });

const MINUTE = 60_000;

const policyFaults = (severity: number, policy: SeverityPolicy): readonly Fault[] => {
  const { updateEvery, longAfter, updateEveryLong } = policy;
  if ((longAfter === null) !== (updateEveryLong === null)) {
    return [
      fault(
        `[${severity}].${longAfter === null ? 'longAfter' : 'updateEveryLong'}`,
        `SEV${severity}: say both after how long an incident is a long one and how often it is told of then.`,
      ),
    ];
  }
  if (updateEvery === null && updateEveryLong !== null) {
    return [fault(`[${severity}].updateEvery`, `SEV${severity}: long incidents get updates only where others do.`)];
  }
  return [];
};

/** The second and later ones that were there before. */
const repeated = <Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly number[] => {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const name = nameOf(item).toLowerCase();
    if (seen.has(name)) return [index];
    seen.add(name);
    return [];
  });
};

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

const usualRole = (name: string): boolean => {
  const id = name.toLowerCase().replaceAll(/\s+/g, '-');
  return id === 'incident-commander' || INCIDENT_ROLES.some((role) => role === id);
};

/** What a schema cannot say. */
export const CHECKS: { readonly [S in SectionName]: Check<Settings[S]> } = {
  severities: (severities) => SEVERITIES.flatMap((severity) => policyFaults(severity, severities[severity])),

  watchdogs: (watchdogs) =>
    Object.entries(watchdogs).flatMap(([name, ms]) =>
      ms < MINUTE ? [fault(`.${name}`, 'A watchdog waits for at least a minute.')] : [],
    ),

  workingTime: ({ zone, days }) => [
    ...(isZone(zone) ? [] : [fault('.zone', `There is no time zone ${zone}. Write it like Europe/Berlin.`)]),
    ...(new Set(days).size === days.length ? [] : [fault('.days', 'Name each day once.')]),
  ],

  roles: (roles) => [
    ...repeated(roles, ({ id }) => id).map((at) => fault(`[${at}].id`, `The id ${roles[at]?.id} is there twice.`)),
    ...repeated(roles, ({ name }) => name).map((at) =>
      fault(`[${at}].name`, `There are two roles called ${roles[at]?.name}.`),
    ),
    ...roles.flatMap(({ name }, at) =>
      usualRole(name) ? [fault(`[${at}].name`, `Every incident has the role ${name} already.`)] : [],
    ),
  ],

  checklists: (checklists) => [
    ...repeated(checklists, ({ id }) => id).map((at) =>
      fault(`[${at}].id`, `The id ${checklists[at]?.id} is there twice.`),
    ),
    ...checklists.flatMap(({ title, severities, steps }, at) => [
      ...repeated(steps, ({ id }) => id).map((step) =>
        fault(`[${at}].steps[${step}].id`, `${title}: the step ${steps[step]?.id} is there twice.`),
      ),
      ...repeated(severities, String).map(() => fault(`[${at}].severities`, `${title}: name each severity once.`)),
    ]),
  ],

  templates: (templates) => [
    ...repeated(templates, ({ id }) => id).map((at) =>
      fault(`[${at}].id`, `The id ${templates[at]?.id} is there twice.`),
    ),
    ...templates.flatMap(({ name, text }, at) =>
      variablesIn(text)
        .filter((variable) => !isTemplateVariable(variable))
        .map((variable) =>
          fault(
            `[${at}].text`,
            `${name}: there is no variable {{${variable}}}. There are: ${TEMPLATE_VARIABLES.join(', ')}.`,
          ),
        ),
    ),
  ],

  services: ({ critical, internalNames }) => [
    ...repeated(critical, (name) => name).map((at) => fault(`.critical[${at}]`, `${critical[at]} is there twice.`)),
    ...repeated(internalNames, (name) => name).map((at) =>
      fault(`.internalNames[${at}]`, `${internalNames[at]} is there twice.`),
    ),
  ],
};
