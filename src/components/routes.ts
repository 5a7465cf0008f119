/** Custom ids of all buttons, selects and forms: versioned, typed, and checked when they come back. */

/** Bumped when ids of older cards can no longer be understood; those then get a kind answer. */
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

/** An instant, kept in milliseconds since 1970 in base 36. */
const instant: Field<Date> = {
  write: (value) => value.getTime().toString(36),
  read: (text) => (/^[0-9a-z]{1,9}$/.test(text) ? new Date(Number.parseInt(text, 36)) : undefined),
};

/** One of a few words. */
const word = <const Words extends readonly string[]>(...words: Words): Field<Words[number]> => ({
  write: (value) => value,
  read: (text) => words.find((candidate) => candidate === text),
});

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

/** The name of the route a custom id claims to belong to; undefined when it is not of this version. */
export function routeNameOf(customId: string): string | undefined {
  const [idVersion, name] = customId.split(':', 2);
  return idVersion === version ? name : undefined;
}

export const routes = {
  // On cards and in views of one entry.
  helpful: route('helpful', { number }),
  save: route('save', { number }),
  discuss: route('discuss', { number }),
  solve: route('solve', { number }),
  accept: route('accept', { number }),
  edit: route('edit', { number }),
  remove: route('delete', { number }),
  undoRemove: route('undo-delete', { number }),
  readAll: route('read-all', { number }),
  view: route('view', { number }),
  done: route('done', { number }),
  report: route('report', { number }),
  // Forms that come back filled in.
  shareForm: route('share-form', {}),
  challengeForm: route('challenge-form', {}),
  solveForm: route('solve-form', { number }),
  editForm: route('edit-form', { number }),
  reportForm: route('report-form', { number }),
  // Drafts and forms kept by the bot.
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
  // One's own profile: buttons that open its forms, and the forms handed in.
  profileProject: route('profile-project', {}),
  profileLinks: route('profile-links', {}),
  profileReminders: route('profile-reminders', { wish: word('on', 'off') }),
  profileProjectForm: route('profile-project-form', {}),
  profileLinksForm: route('profile-links-form', {}),
  // The preview of a README.
  importPage: route('import-page', { import: uuid, page }),
  importKeep: route('import-keep', { import: uuid, page }),
  importPick: route('import-pick', { import: uuid, page }),
  importKind: route('import-kind', { import: uuid, place: page }),
  importOpen: route('import-open', { import: uuid, page, choice: word('with', 'without') }),
  importProfile: route('import-profile', { import: uuid, page }),
  importAll: route('import-all', { import: uuid }),
  importCancel: route('import-cancel', { import: uuid }),
  // The digest; the period's end tells whose message it is when the channel is read back.
  digestSolve: route('digest-solve', { periodEnd: instant, number }),
  digestMore: route('digest-more', { periodEnd: instant }),
  digestUnsubscribe: route('digest-unsubscribe', { guildId: snowflake, periodEnd: instant }),
  digestShare: route('digest-share', { periodEnd: instant }),
  digestShow: route('digest-show', { periodEnd: instant }),
  digestDiscuss: route('digest-discuss', { periodEnd: instant }),
  digestPage: route('digest-page', { periodEnd: instant, page }),
  // On the reminder of a challenge, which is known by it when the channel is read back.
  reminderSolve: route('reminder-solve', { number }),
  // Before a member is forgotten, by themselves or by a moderator.
  forget: route('forget', { fate: word('remove', 'keep', 'cancel') }),
  forgetMember: route('forget-member', { member: snowflake, fate: word('remove', 'keep', 'cancel') }),
  // The moderators' queue: on its cards in the log channel, and on the pages of one moderator.
  queueDecide: route('queue-decide', { item: uuid, deed: word('keep', 'hide', 'remove', 'publish') }),
  queueDecline: route('queue-decline', { item: uuid }),
  queueDeclineForm: route('queue-decline-form', { item: uuid }),
  queueMute: route('queue-mute', { item: uuid }),
  queuePageDecide: route('queue-page-decide', {
    item: uuid,
    deed: word('keep', 'hide', 'remove', 'publish'),
    page,
  }),
  queuePageDecline: route('queue-page-decline', { item: uuid, page }),
  queuePageDeclineForm: route('queue-page-decline-form', { item: uuid, page }),
  queuePageMute: route('queue-page-mute', { item: uuid, page }),
  queuePage: route('queue-page', { page }),
  // The set-up panel.
  setupChannel: route('setup-channel', {}),
  setupLogChannel: route('setup-log-channel', {}),
  setupModeratorRole: route('setup-moderator-role', {}),
  setupLanguage: route('setup-language', {}),
  setupTimezone: route('setup-timezone', {}),
  setupTimezoneForm: route('setup-timezone-form', {}),
  setupTimezoneChoice: route('setup-timezone-choice', {}),
  setupDigestDay: route('setup-digest-day', {}),
  setupDigestTime: route('setup-digest-time', {}),
  // Its page for the digest. Pressing an old button twice does not switch back.
  setupDigest: route('setup-digest', {}),
  setupBack: route('setup-back', {}),
  setupDigestSections: route('setup-digest-sections', {}),
  setupDigestRole: route('setup-digest-role', {}),
  setupDigestNudge: route('setup-digest-nudge', { wish: word('on', 'off') }),
  // Its page for what moderators look at, and what is turned away at the door.
  setupSafety: route('setup-safety', {}),
  setupReview: route('setup-review', {}),
  setupReviewBelow: route('setup-review-below', {}),
  setupInvites: route('setup-invites', { wish: word('on', 'off') }),
  setupLimit: route('setup-limit', { window: word('hour', 'day') }),
} as const;
