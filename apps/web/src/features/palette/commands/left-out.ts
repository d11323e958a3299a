import type { CommandType } from '@sitrep/shared/protocol/catalogue';

/** Commands that make no sense in a palette, with the reason. All others are offered, as the registry has them. */
export const LEFT_OUT = {
  'incident.join-alerts': 'alerts join by their group, or when somebody declares from one',
  'incident.resolve-alerts': 'Sitrep records it when alerts resolve',
  'mitigation.amend': 'a plan is amended where it stands, over the revision that one sees',
  'mitigation.approve': 'an approval is of the plan, objections and collisions that one sees',
  'commander.report-away': 'Sitrep sees who is connected',
  'commander.report-back': 'Sitrep sees who is connected',
  'clock.run-out': 'Sitrep looks when clocks are due',
  'clock.call-out': 'Sitrep looks when clocks are due',
  'clock.defer': 'a clock is deferred in the list of those that run',
  'situation.schedule-postmortem': 'its panel takes a day and a time that lie ahead',
  'situation.reword-criterion': 'a text is edited where it stands, over what one sees',
  'timeline.edit-entry': 'a text is edited where it stands, over the revision that one sees',
  'timeline.import-entries': 'pasted lines want their preview',
  'timeline.retract-import': 'what was pasted is taken back as a whole by undo',
  'alert.fire': 'monitoring tools tell of alerts',
  'people.create-administrator': 'the command line does it, once',
  'people.accept-invite': 'the link of the invite does it',
  'people.invite': 'the answer carries a link that its screen shows once',
  'people.revoke-invite': 'invites are told apart by their list',
  'people.change-profile': 'name and handle are edited together, over what they are',
  'integration.create': 'the answer carries a token that its screen shows once',
  'integration.replace-token': 'the answer carries a token that its screen shows once',
  'integration.change-settings': 'settings are edited together, over what they are',
  'integration.remove': 'its screen says first which alerts it sends',
  'relation.mirror': 'Sitrep does it by itself',
  'settings.change-severities': 'settings are edited together, over what they are',
  'settings.change-watchdogs': 'settings are edited together, over what they are',
  'settings.change-working-time': 'settings are edited together, over what they are',
  'settings.change-roles': 'settings are edited together, over what they are',
  'settings.change-checklists': 'settings are edited together, over what they are',
  'settings.change-templates': 'settings are edited together, over what they are',
  'settings.change-services': 'settings are edited together, over what they are',
  'update.announce': 'what is published is the text that one sees',
  'update.draft': 'updates are written in their composers, which have keys and entries of their own',
  'update.revise': 'a text is revised where it stands, over the revision that one sees',
  'update.approve': 'an approval is of the text that one sees',
  'update.publish': 'what is published is the text that one sees',
  'update.release': 'Sitrep lets it leave when its time to be held is over',
} as const satisfies Partial<Readonly<Record<CommandType, string>>>;

export type OfferedCommand = Exclude<CommandType, keyof typeof LEFT_OUT>;

export const isOffered = (type: CommandType): type is OfferedCommand => !Object.hasOwn(LEFT_OUT, type);
