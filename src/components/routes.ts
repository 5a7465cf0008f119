/** Custom ids of all buttons, selects and forms: versioned, typed, and checked when they come back. */
import { badges } from '../entities/badge-role.js';
import { newsKinds } from '../entities/news-settings.js';
import { isTag } from '../platform/text.js';

/** Bumped when ids of older cards can no longer be read; pressing those then gets a friendly error. */
const version = 'n1';

interface Field<T> {
  write(value: T): string;
  /** Undefined when the text is not one of ours. */
  read(text: string): T | undefined;
}

/** An entry's number, 1 to 2,147,483,647 (a Postgres integer). */
const number: Field<number> = {
  write: String,
  read: (text) => (/^[1-9]\d{0,9}$/.test(text) && Number(text) <= 2_147_483_647 ? Number(text) : undefined),
};

/** A page, counted from 0. */
const page: Field<number> = {
  write: String,
  read: (text) => (/^\d{1,5}$/.test(text) ? Number(text) : undefined),
};

const uuid: Field<string> = {
  write: (value) => value,
  read: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined),
};

/** Discord's id of something. */
const snowflake: Field<string> = {
  write: (value) => value,
  read: (text) => (/^\d{17,20}$/.test(text) ? text : undefined),
};

/** A tag, or nothing: no tag has a colon in it. */
const tag: Field<string> = {
  write: (value) => value,
  read: (text) => (text === '' || isTag(text) ? text : undefined),
};

/** An instant, stored in milliseconds since 1970 in base 36. */
const instant: Field<Date> = {
  write: (value) => value.getTime().toString(36),
  read: (text) => (/^[0-9a-z]{1,9}$/.test(text) ? new Date(Number.parseInt(text, 36)) : undefined),
};

/** One of a few words. */
const word = <const Words extends readonly string[]>(...words: Words): Field<Words[number]> => ({
  write: (value) => value,
  read: (text) => words.find((candidate) => candidate === text),
});

/** What tells an entry from another one of its number: see `entryMark`. */
const mark = /^[0-9a-z]{1,8}$/;

type Values<Fields> = { [Name in keyof Fields]: Fields[Name] extends Field<infer T> ? T : never };

export interface Route<Params = Record<string, unknown>> {
  readonly name: string;
  /** The custom id for these values, at most 100 characters. */
  id(params: Params): string;
  /** The values of a custom id; undefined when it is of another version, malformed or another route's. */
  parse(customId: string): Params | undefined;
}

function route<Fields extends Record<string, Field<never>> | Record<string, Field<any>>>(
  name: string,
  fields: Fields,
): Route<Values<Fields>> {
  const entries = Object.entries(fields) as [string, Field<unknown>][];
  return {
    name,
    id: (params) =>
      [version, name, ...entries.map(([key, field]) => field.write(params[key as keyof Fields]))].join(':'),
    parse(customId) {
      const [idVersion, idName, ...texts] = customId.split(':');
      if (idVersion !== version || idName !== name || texts.length !== entries.length) return undefined;
      const params: Record<string, unknown> = {};
      for (const [index, [key, field]] of entries.entries()) {
        const value = field.read(texts[index] ?? '');
        if (value === undefined) return undefined;
        params[key] = value;
      }
      return params as Values<Fields>;
    },
  };
}

/** A route to an entry, with a mark of that entry behind the fields; ids of older cards have none. */
function entryRoute(name: string): Route<{ number: number; mark?: string | undefined }> {
  const plain = route(name, { number });
  return {
    name,
    id: ({ number: of, mark: its }) =>
      its ? `${plain.id({ number: of })}:${its}` : plain.id({ number: of }),
    parse(customId) {
      const params = plain.parse(customId);
      if (params) return { ...params, mark: undefined };
      const end = customId.lastIndexOf(':');
      const marked = plain.parse(customId.slice(0, end));
      const its = customId.slice(end + 1);
      return marked && mark.test(its) ? { ...marked, mark: its } : undefined;
    },
  };
}

/** A form that a picture may wait for: the draft that has it stands behind the name. */
function formRoute(name: string): Route<{ picture?: string | undefined }> {
  const plain = route(name, {});
  const held = route(name, { picture: uuid });
  return {
    name,
    id: ({ picture }) => (picture ? held.id({ picture }) : plain.id({})),
    parse: (customId) => (plain.parse(customId) ? { picture: undefined } : held.parse(customId)),
  };
}

/** The name of the route a custom id claims to belong to; undefined when it is not of this version. */
export function routeNameOf(customId: string): string | undefined {
  const [idVersion, name] = customId.split(':', 2);
  return idVersion === version ? name : undefined;
}

export const routes = {
  // On cards and in views of one entry.
  helpful: entryRoute('helpful'),
  save: entryRoute('save'),
  discuss: entryRoute('discuss'),
  solve: entryRoute('solve'),
  accept: entryRoute('accept'),
  edit: entryRoute('edit'),
  describePicture: entryRoute('describe-picture'),
  remove: entryRoute('delete'),
  undoRemove: route('undo-delete', { number }),
  readAll: entryRoute('read-all'),
  view: route('view', { number }),
  done: entryRoute('done'),
  report: entryRoute('report'),
  more: entryRoute('more'),
  solutions: route('solutions', { number }),
  reopen: route('reopen', { number }),
  // Submitted forms.
  shareForm: formRoute('share-form'),
  challengeForm: formRoute('challenge-form'),
  solveForm: route('solve-form', { number }),
  editForm: route('edit-form', { number }),
  describeForm: route('describe-form', { number }),
  reportForm: route('report-form', { number }),
  // A message of the chat that is saved, by its draft; its author takes it back, from a direct message too.
  captureForm: route('capture-form', { draft: uuid, as: word('learning', 'challenge', 'solution') }),
  threadSolution: route('thread-solution', { number }),
  threadPick: route('thread-pick', { number }),
  captureRemove: route('capture-remove', { guildId: snowflake, number }),
  // The code of a message: its author posts it, and deletes what was posted.
  codePost: route('code-post', { draft: uuid }),
  codeRemove: route('code-remove', { member: snowflake }),
  profileSaving: route('profile-saving', { state: word('on', 'off') }),
  // Stored drafts and forms.
  openDraft: route('open-draft', { draft: uuid }),
  openForm: route('open-form', { form: uuid }),
  // Before a challenge is posted.
  thisSolvesIt: route('this-solves-it', { draft: uuid, number }),
  postAnyway: route('post-anyway', { draft: uuid }),
  // Lists.
  listing: route('listing', { listing: uuid, page }),
  auditPage: route('audit-page', { listing: uuid, page }),
  showInChannel: route('show-in-channel', { number }),
  leaderboard: route('leaderboard', { period: word('week', 'month', 'all') }),
  help: route('help', {}),
  // A member's own profile: buttons that open its forms, and the submitted forms.
  profileProject: route('profile-project', {}),
  profileLinks: route('profile-links', {}),
  profileReminders: route('profile-reminders', { state: word('on', 'off') }),
  profileProjectForm: route('profile-project-form', {}),
  profileLinksForm: route('profile-links-form', {}),
  // How a member is told of what. News may be a direct message, which belongs to no guild.
  newsSettings: route('news-settings', {}),
  newsChoice: route('news-choice', { kind: word(...newsKinds) }),
  newsOff: route('news-off', { guildId: snowflake, kind: word(...newsKinds) }),
  // The project board. What is pressed in a direct message says which guild it is about.
  projectForm: route('project-form', {}),
  projectEdit: route('project-edit', { project: uuid }),
  projectEditForm: route('project-edit-form', { project: uuid }),
  projectAddresses: route('project-addresses', { project: uuid }),
  projectAddressesForm: route('project-addresses-form', { project: uuid }),
  projectView: route('project-view', { project: uuid }),
  projectInterested: route('project-interested', { project: uuid }),
  projectInvite: route('project-invite', { project: uuid }),
  projectAnswer: route('project-answer', {
    guildId: snowflake,
    project: uuid,
    reply: word('join', 'decline'),
  }),
  projectGoOn: route('project-go-on', { guildId: snowflake, project: uuid, goesOn: word('yes', 'close') }),
  projectClose: route('project-close', { project: uuid }),
  projectReport: route('project-report', { project: uuid }),
  projectReportForm: route('project-report-form', { project: uuid }),
  projectDecide: route('project-decide', { project: uuid, decision: word('hide', 'show', 'keep') }),
  projectBoard: route('project-board', {
    page,
    track: word('any', 'backend', 'frontend', 'other'),
    lookingFor: word('any', 'backend', 'frontend', 'design', 'tester'),
    tag,
  }),
  // Study sessions: before one is posted, on its card, and afterwards.
  sessionConfirm: route('session-confirm', { draft: uuid }),
  sessionDiscard: route('session-discard', { draft: uuid }),
  sessionJoin: route('session-join', { session: uuid }),
  sessionLeave: route('session-leave', { session: uuid }),
  sessionAttended: route('session-attended', { session: uuid }),
  sessionShare: route('session-share', { session: uuid }),
  // The preview of a README.
  importPage: route('import-page', { import: uuid, page }),
  importKeep: route('import-keep', { import: uuid, page }),
  importPick: route('import-pick', { import: uuid, page }),
  importKind: route('import-kind', { import: uuid, place: page }),
  importOpen: route('import-open', { import: uuid, page, choice: word('with', 'without') }),
  importProfile: route('import-profile', { import: uuid, page }),
  importAll: route('import-all', { import: uuid }),
  importCancel: route('import-cancel', { import: uuid }),
  // The digest; the period's end identifies the message when the channel is searched.
  digestSolve: route('digest-solve', { periodEnd: instant, number }),
  digestMore: route('digest-more', { periodEnd: instant }),
  digestUnsubscribe: route('digest-unsubscribe', { guildId: snowflake, periodEnd: instant }),
  digestShare: route('digest-share', { periodEnd: instant }),
  digestShow: route('digest-show', { periodEnd: instant }),
  digestDiscuss: route('digest-discuss', { periodEnd: instant }),
  digestPage: route('digest-page', { periodEnd: instant, page }),
  // On the reminder of a challenge; it identifies the message when the channel is searched.
  reminderSolve: route('reminder-solve', { number }),
  reminderLook: route('reminder-look', { number }),
  reminderPass: route('reminder-pass', { number }),
  // Study buddies: a member's own choices, and what a group presses, also in direct messages.
  buddiesPart: route('buddies-part', { step: word('join', 'leave', 'skip', 'rejoin') }),
  buddiesHours: route('buddies-hours', {}),
  buddiesNamed: route('buddies-named', { state: word('on', 'off') }),
  buddiesNever: route('buddies-never', {}),
  buddiesSkip: route('buddies-skip', { guildId: snowflake, roundAt: instant, group: number }),
  buddiesContact: route('buddies-contact', { guildId: snowflake, roundAt: instant, group: number }),
  buddiesMet: route('buddies-met', {
    guildId: snowflake,
    roundAt: instant,
    group: number,
    answer: word('yes', 'no'),
  }),
  // Confirming an erasure, by the member or by a moderator.
  forget: route('forget', { outcome: word('remove', 'keep', 'cancel', 'stop') }),
  forgetMember: route('forget-member', {
    member: snowflake,
    outcome: word('remove', 'keep', 'cancel', 'stop'),
  }),
  // The moderators' queue: on its cards in the log channel, and on the pages of one moderator.
  queueDecide: route('queue-decide', { item: uuid, action: word('keep', 'hide', 'remove', 'publish') }),
  queueDecline: route('queue-decline', { item: uuid }),
  queueDeclineForm: route('queue-decline-form', { item: uuid }),
  queueMute: route('queue-mute', { item: uuid }),
  queuePageDecide: route('queue-page-decide', {
    item: uuid,
    action: word('keep', 'hide', 'remove', 'publish'),
    page,
  }),
  queuePageDecline: route('queue-page-decline', { item: uuid, page }),
  queuePageDeclineForm: route('queue-page-decline-form', { item: uuid, page }),
  queuePageMute: route('queue-page-mute', { item: uuid, page }),
  queuePage: route('queue-page', { page }),
  // On the Start here card, and below a new member's first steps.
  startShare: route('start-share', {}),
  startAsk: route('start-ask', {}),
  startSearch: route('start-search', {}),
  startProfile: route('start-profile', {}),
  startReadme: route('start-readme', {}),
  startChallenges: route('start-challenges', {}),
  welcomeSteps: route('welcome-steps', {}),
  // The set-up panel.
  setupStart: route('setup-start', {}),
  setupChannel: route('setup-channel', {}),
  setupLogChannel: route('setup-log-channel', {}),
  setupModeratorRole: route('setup-moderator-role', {}),
  setupLanguage: route('setup-language', {}),
  setupTimezone: route('setup-timezone', {}),
  setupTimezoneForm: route('setup-timezone-form', {}),
  setupTimezoneChoice: route('setup-timezone-choice', {}),
  setupDigestDay: route('setup-digest-day', {}),
  setupDigestTime: route('setup-digest-time', {}),
  // Its page for the digest. Pressing an old button twice doesn't switch back.
  setupDigest: route('setup-digest', {}),
  setupBack: route('setup-back', {}),
  setupDigestSections: route('setup-digest-sections', {}),
  setupDigestRole: route('setup-digest-role', {}),
  setupDigestNudge: route('setup-digest-nudge', { state: word('on', 'off') }),
  // Its page for review, and for what the bot refuses.
  setupSafety: route('setup-safety', {}),
  setupReview: route('setup-review', {}),
  setupReviewBelow: route('setup-review-below', {}),
  setupInvites: route('setup-invites', { state: word('on', 'off') }),
  setupLimit: route('setup-limit', { window: word('hour', 'day') }),
  // On its page for roles that come with badges.
  setupBadges: route('setup-badges', {}),
  badgeRole: route('badge-role', { badge: word(...badges) }),
  badgeRoleTake: route('badge-role-take', { role: snowflake }),
} as const;
