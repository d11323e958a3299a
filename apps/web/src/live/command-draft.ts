import type { CommandInput, CommandType } from '@sitrep/shared/protocol/catalogue';

/** Id fields that the registry lets the caller leave out (`newIds`); command-draft.test.ts holds the two together. */
export const MADE_IDS = {
  'hypothesis.suggest': 'hypothesisId',
  'follow-up.keep': 'followUpId',
  'incident.declare': 'incidentId',
  'integration.create': 'integrationId',
  'mitigation.object': 'objectionId',
  'mitigation.propose': 'mitigationId',
  'mitigation.record-uncoordinated': 'mitigationId',
  'need.raise': 'needId',
  'people.accept-invite': 'userId',
  'people.create-administrator': 'userId',
  'people.create-team': 'teamId',
  'people.invite': 'inviteId',
  'task.assign': 'taskId',
  'situation.add-criterion': 'criterionId',
  'situation.add-link': 'linkId',
  'timeline.add-entry': 'entryId',
  'timeline.import-entries': 'importId',
  'update.announce': 'updateId',
  'update.draft': 'updateId',
} as const satisfies Partial<Record<CommandType, string>>;

type MadeIdOf<T extends CommandType> = T extends keyof typeof MADE_IDS ? (typeof MADE_IDS)[T] : never;

type LeaveOut<Input, Made extends PropertyKey> = Omit<Input, Made | 'tokenHash'> &
  Partial<Pick<Input, Made & keyof Input>>;

/** What a screen has to say: new ids are made here, hashes of tokens by the server. */
export type CommandDraft<T extends CommandType> = LeaveOut<CommandInput<T>, MadeIdOf<T>>;
