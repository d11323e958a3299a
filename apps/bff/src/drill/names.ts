import type {
  AlertId,
  CriterionId,
  EntryId,
  FollowUpId,
  HypothesisId,
  IncidentId,
  IntegrationId,
  InviteId,
  LinkId,
  MitigationId,
  NeedId,
  ObjectionId,
  TaskId,
  TeamId,
  UpdateId,
  UserId,
} from '@sitrep/shared/kernel/ids';
import { alertIdFor } from '../features/alerts/alert-id.ts';
import { derivedId } from '../ids/derived-id.ts';
import { alertGroupOf } from '../reactors/alert-group.ts';

/** Minutes from the moment that the story counts from; what lies before it is negative. */
export type Minute = number;

export type NamesDeps = {
  /** The same seed gives the same ids. */
  readonly seed: string;
  readonly timeOf: (minute: Minute) => number;
  /** The open incident that the alerts of a group are in. */
  readonly incidentOfGroup: (group: string) => IncidentId | undefined;
};

/** Turns what a story calls its people and things into the ids and times of one playing of it. */
export class Names {
  readonly #deps: NamesDeps;

  constructor(deps: NamesDeps) {
    this.#deps = deps;
  }

  /** UTC ms. */
  time(minute: Minute): number {
    return this.#deps.timeOf(minute);
  }

  person = (handle: string): UserId => this.#id('person', handle) as UserId;
  invite = (handle: string): InviteId => this.#id('invite', handle) as InviteId;
  team = (name: string): TeamId => this.#id('team', name) as TeamId;
  incident = (name: string): IncidentId => this.#id('incident', name) as IncidentId;
  entry = (incident: string, name: string): EntryId => this.#id('entry', incident, name) as EntryId;
  hypothesis = (incident: string, name: string): HypothesisId => this.#id('hypothesis', incident, name) as HypothesisId;
  mitigation = (incident: string, name: string): MitigationId => this.#id('mitigation', incident, name) as MitigationId;
  objection = (incident: string, mitigation: string, by: string): ObjectionId =>
    this.#id('objection', incident, mitigation, by) as ObjectionId;
  task = (incident: string, name: string): TaskId => this.#id('task', incident, name) as TaskId;
  followUp = (incident: string, name: string): FollowUpId => this.#id('follow-up', incident, name) as FollowUpId;
  need = (incident: string, name: string): NeedId => this.#id('need', incident, name) as NeedId;
  criterion = (incident: string, name: string): CriterionId => this.#id('criterion', incident, name) as CriterionId;
  link = (incident: string, name: string): LinkId => this.#id('link', incident, name) as LinkId;
  update = (incident: string, name: string): UpdateId => this.#id('update', incident, name) as UpdateId;
  integration = (name: string): IntegrationId => this.#id('integration', name) as IntegrationId;

  alert(integration: string, fingerprint: string): AlertId {
    return alertIdFor(this.integration(integration), fingerprint);
  }

  group(integration: string, group: string): string {
    return alertGroupOf(this.integration(integration), group);
  }

  /** The incident that Sitrep opened by itself for a group of alerts. */
  openedFor(integration: string, group: string): IncidentId {
    const found = this.#deps.incidentOfGroup(this.group(integration, group));
    if (found === undefined) throw new Error(`No incident is open for the alerts ${group} of ${integration}.`);
    return found;
  }

  #id(...parts: readonly string[]): string {
    return derivedId('drill', this.#deps.seed, ...parts);
  }
}
