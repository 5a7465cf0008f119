/**
 * Why the sandbox refuses what a person does, in English: for programs, and for the page, which has the same sentences
 * in other languages (`web/words/`). A refusal travels with its kind and values, so that each reader can word it.
 */

/** What fills a sentence's places, in order. */
export type RefusalValue = string | number;

export const refusals = {
  /** A sentence of the host's, as it came. */
  asSaid: (sentence: string) => sentence,
  /** A refusal of Discord's API, by its name in the sandbox; its message is Discord's own. */
  discord: (_kind: string, message: string) => message,

  // Names that a request gives.
  nobodyCalled: (name: string) => `There is nobody called ${name}.`,
  noChannel: (name: string) => `There is no channel ${name}.`,
  noRole: (name: string) => `There is no role ${name}.`,
  noGuild: () => 'There is no guild.',
  noGuildCalled: (name: string) => `There is no guild ${name}.`,
  noBot: (name: string) => `There is no bot ${name}.`,
  noCommand: (name: string) => `There is no command ${name}.`,
  noEvent: (name: string) => `There is no event ${name}.`,
  noSwitch: (name: string) => `There is no switch ${name}.`,
  noPermission: (name: string) => `There is no permission called ${name}.`,
  noExchange: () => 'There is no such exchange.',
  noRoute: () => 'The control API has no such thing.',
  guildLacksRole: (guild: string, role: string) => `${guild} has no role ${role}.`,
  guildLacksMember: (guild: string, member: string) => `${guild} has no member ${member}.`,
  notAnId: (id: string) => `${id} is no id: 17 to 19 digits are.`,
  idTwice: (id: string) => `The id ${id} is given twice.`,

  // What a request has to say.
  whoActs: () => 'Who does it? Say so with "as".',
  whosePlaces: () => 'Whose places? Say so with "as".',
  whichOption: () => 'Which option is being typed? Say so with "focused".',
  isOnMissing: () => 'Say "isOn" with true or false.',
  notAnOffset: () => 'The offset is a number of milliseconds.',
  notATime: () => 'A time is written as in 2026-03-02T18:00:00Z.',
  notAStatus: (statuses: string) => `A status is one of ${statuses}.`,
  notATrouble: (kinds: string) => `The kinds of trouble are: ${kinds}.`,
  notAnAutoModRule: (reason: string) => `This is not a rule of AutoMod: ${reason}`,

  // What a person sees and may do.
  inviteInvalid: () => 'The invite is not valid any more.',
  bannedThere: (person: string) => `${person} is banned there.`,
  channelUnseen: (person: string) => `${person} does not see that channel.`,
  noChannelSeen: () => 'There is no channel they see.',
  messageUnseen: (person: string) => `${person} sees no such message.`,
  messageGone: () => 'The message is gone.',
  needsPermission: (person: string, permission: string) => `${person} needs ${permission} there.`,
  mayNotWrite: (person: string) => `${person} may not write there.`,
  mayNotManageEvents: (person: string) => `${person} may not manage events.`,

  // Messages, threads and posts.
  nothingToSay: () => 'There is nothing to say.',
  autoModBlocked: () => 'AutoMod of the server blocked this message.',
  slowMode: (person: string, seconds: number) => `Slow mode: ${person} can write again in ${seconds} s.`,
  notEphemeral: () => 'Only an ephemeral message can be dismissed.',
  notOwnMessage: () => 'That message is somebody else’s.',
  notAPoll: () => 'That message is not a poll.',
  noThreadThere: () => 'No thread can be opened there.',
  hasThread: () => 'That message has a thread already.',
  threadIsPublic: () => 'A thread of a message is public.',
  forumTakesPosts: () => 'A forum takes posts: open one.',
  notAForum: (channel: string) => `#${channel} is not a forum.`,
  forumLacksTag: (forum: string, tag: string) => `#${forum} has no tag ${tag}.`,

  // Commands and their options.
  noCommandFor: (person: string, name: string) => `There is no such command for ${person}: ${name}`,
  followedBy: (command: string, offered: string) => `/${command} is followed by one of: ${offered}.`,
  noOptionFor: (typed: string) => `There is no option for "${typed}".`,
  noOption: (option: string) => `There is no option ${option}.`,
  optionRequired: (option: string) => `The option ${option} is required.`,
  optionBoolean: (option: string) => `The option ${option} takes true or false.`,
  optionChannelType: (option: string) => `The option ${option} does not take such a channel.`,
  optionFile: (option: string) => `The option ${option} takes a file.`,
  optionUnknown: (option: string) => `The option ${option} has a type that the sandbox doesn't know.`,
  optionChoices: (option: string, choices: string) => `The option ${option} takes one of: ${choices}.`,
  optionEmpty: (option: string) => `The option ${option} cannot be empty.`,
  optionShort: (option: string, least: number) => `The option ${option} takes at least ${least} characters.`,
  optionLong: (option: string, most: number) => `The option ${option} takes at most ${most} characters.`,
  optionNumber: (option: string) => `The option ${option} takes a number.`,
  optionLeast: (option: string, least: number) => `The option ${option} is at least ${least}.`,
  optionMost: (option: string, most: number) => `The option ${option} is at most ${most}.`,
  completesNothing: (option: string) => `The option ${option} completes nothing.`,

  // Buttons and selects.
  noButton: (wanted: string, offered: string) => `There is no button ${wanted}; there is: ${offered}.`,
  noButtons: (wanted: string) => `There is no button ${wanted}; there is: none.`,
  buttonDisabled: (button: string) => `The button ${button} is disabled.`,
  buttonIsLink: (button: string) => `The button ${button} is a link: the bot doesn't hear of it.`,
  noSelect: (wanted: string) => `There is no select ${wanted}.`,
  selectDisabled: () => 'The select is disabled.',
  chooseAtLeast: (least: number) => `At least ${least} must be chosen.`,
  chooseAtMost: (most: number) => `At most ${most} can be chosen.`,
  channelNotOffered: (channel: string) => `#${channel} cannot be chosen here.`,
  noChoice: (wanted: string, offered: string) => `There is no option ${wanted}; there is: ${offered}.`,
  noBotListens: () => 'No bot listens to this message.',
  stillLoading: () => 'The message is still loading.',

  // Forms.
  formGone: () => 'There is no such form any more.',
  noFormOpened: () => 'That exchange opened no form.',
  formOfAnother: () => 'That form was opened for somebody else.',
  noField: (field: string) => `The form has no field ${field}.`,
  fieldNotChosen: (field: string) => `${field} must be chosen.`,
  fieldEmpty: (field: string) => `${field} must be filled in.`,
  fieldShort: (field: string, least: number) => `${field} takes at least ${least} characters.`,
  fieldLong: (field: string, most: number) => `${field} takes at most ${most} characters.`,
  fieldLeast: (field: string, least: number) => `${field} takes at least ${least}.`,
  fieldMost: (field: string, most: number) => `${field} takes at most ${most}.`,
  fieldFiles: (field: string, least: number, most: number) => `${field} takes ${least} to ${most} files.`,

  // Interactions that got no answer.
  noBotConnected: () => 'No bot is connected that could answer.',
  noAnswerInTime: () => 'The application did not respond in time.',
  wasReset: () => 'The sandbox was reset.',
};

export type Refusals = typeof refusals;
export type RefusalKind = keyof Refusals;

/** A refusal, for each reader to put into words. */
export interface Refusal {
  kind: RefusalKind;
  values: RefusalValue[];
}

/** A refusal in the words of a catalogue; English by default. */
export function worded({ kind, values }: Refusal, catalogue: Refusals = refusals): string {
  return (catalogue[kind] as (...values: RefusalValue[]) => string)(...values);
}
