import { systemActor, userActor, type AccountRole, type Actor } from '../kernel/actor.ts';
import type { PersonFact } from '../kernel/decider.ts';
import { DEFAULT_SETTINGS, type SettingsFacts } from '../settings/values.ts';
import type {
  AlertId,
  CriterionId,
  EntryId,
  FileId,
  FollowUpId,
  HypothesisId,
  ImportId,
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
} from '../kernel/ids.ts';

/** A valid id that is the same in every run: `testId(7)` ends in …007. Fits wherever an id is asked for. */
export const testId = (n: number) =>
  `0199c0de-0000-7000-8000-${n.toString(16).padStart(12, '0')}` as UserId &
    TeamId &
    InviteId &
    IncidentId &
    EntryId &
    FileId &
    ImportId &
    IntegrationId &
    AlertId &
    HypothesisId &
    MitigationId &
    ObjectionId &
    TaskId &
    FollowUpId &
    NeedId &
    CriterionId &
    LinkId &
    UpdateId;

export type Player = PersonFact & { readonly actor: Actor };

const player = (n: number, handle: string, role: AccountRole, active = true): Player => {
  const id = testId(n);
  return { id, handle, role, active, actor: userActor(id, role) };
};

/** Different people, so that no test plays all parts as one. */
export const ADA = player(0xa1, 'ada', 'administrator');
export const CAI = player(0xa2, 'cai', 'commander');
export const REN = player(0xa3, 'ren', 'responder');
export const ROZ = player(0xa4, 'roz', 'responder');
export const MIA = player(0xa5, 'mia', 'manager');
export const VIC = player(0xa6, 'vic', 'viewer');
/** Deactivated. */
export const GUS = player(0xa7, 'gus', 'responder', false);

export const CAST: readonly Player[] = [ADA, CAI, REN, ROZ, MIA, VIC, GUS];

export const SYSTEM: Actor = systemActor('test');

export const factsAbout = (players: readonly Player[], others: Partial<SettingsFacts> = {}): SettingsFacts => ({
  person: (id) => players.find((person) => person.id === id),
  incidentKey: () => undefined,
  incidentParent: () => undefined,
  number: 1,
  settings: DEFAULT_SETTINGS,
  ...others,
});
