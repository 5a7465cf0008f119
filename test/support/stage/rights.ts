/** Who can use what: a row for every command, and for every button, select and form. Both lists must be complete. */
import type { Route, routes } from '../../../src/components/routes.js';
import type { UserErrorCode } from '../../../src/platform/user-error.js';
import type { Values } from './command-tree.js';
import type { Loose } from './rest.js';
import { authorId, type Scene, solverId } from './scene.js';
import type { Stage } from './stage.js';

/**
 * `moderators`: Manage Server or the moderator role. `author`: the entry's author only, not even a moderator.
 * `judges`: the asker and moderators. `keeper`: the member whose draft, list or preview it is.
 */
export type Access = 'everyone' | 'moderators' | 'author' | 'judges' | 'keeper';

export interface Row {
  may: Access;
  /** What the others get; moderators' commands refuse with `moderators-only`. */
  refused?: UserErrorCode;
  /** What those with permission get, if this scene doesn't let it succeed. */
  result?: UserErrorCode;
  /** What moderators by role alone get, if it takes Manage Server. */
  roleAlone?: UserErrorCode;
  /** What the author gets, if it is only for others. */
  own?: UserErrorCode;
  /** Other bots are refused. */
  botsCannot?: true;
  /** Muted members are refused before anything else is checked. */
  contributes?: true;
}

export interface CommandRow extends Row {
  values?(scene: Scene, stage: Stage): Values;
}

/** What Discord shows for a control, which decides what it sends. */
export type ControlKind = 'button' | 'select' | 'channels' | 'roles' | 'users' | 'form';

export interface ControlRow<Params = Loose> extends Row {
  kind: ControlKind;
  params(scene: Scene): Params;
  /** What is chosen in a select. */
  values?(scene: Scene): string[];
  /** What is written into a form. */
  fields?: Record<string, string>;
}

type ParamsOf<Which> = Which extends Route<infer Params> ? Params : never;

const moderators = { may: 'moderators' } as const;
const managers = { may: 'moderators', roleAlone: 'needs-manage-server' } as const;
const everyone = { may: 'everyone' } as const;
const author = { may: 'author', refused: 'not-your-entry' } as const;
const judges = { may: 'judges', refused: 'not-the-asker' } as const;

/** By path, as in `/admin digest run`. */
export const commandRows: Record<string, CommandRow> = {
  share: { ...everyone, contributes: true, values: () => ({ kind: 'concept', title: 'T', body: 'B' }) },
  'challenge post': {
    ...everyone,
    contributes: true,
    values: () => ({ title: 'How?', details: 'I tried.' }),
  },
  'challenge solve': {
    ...everyone,
    contributes: true,
    values: ({ numbers }) => ({ challenge: String(numbers.challenge), solution: 'So.' }),
  },
  'challenge accept': { ...judges, values: ({ numbers }) => ({ solution: String(numbers.solution) }) },
  'challenge reopen': { ...judges, values: ({ numbers }) => ({ challenge: String(numbers.solved) }) },
  'challenge list': everyone,
  search: { ...everyone, values: () => ({ query: 'indexes' }) },
  'entry view': { ...everyone, values: ({ numbers }) => ({ entry: String(numbers.learning) }) },
  'entry edit': {
    ...author,
    values: ({ numbers }) => ({ entry: String(numbers.learning) }),
  },
  'entry delete': { ...author, values: ({ numbers }) => ({ entry: String(numbers.learning) }) },
  'entry restore': { ...author, values: ({ numbers }) => ({ entry: String(numbers.deleted) }) },
  'entry history': { ...everyone, values: ({ numbers }) => ({ entry: String(numbers.learning) }) },
  'digest latest': everyone,
  'digest preview': everyone,
  'digest subscribe': { ...everyone, botsCannot: true },
  'digest unsubscribe': everyone,
  'follow add': { ...everyone, botsCannot: true, values: () => ({ tag: 'sql' }) },
  'follow remove': { ...everyone, result: 'follow-unknown', values: () => ({ what: 'sql' }) },
  'follow list': everyone,
  'buddies join': { ...everyone, botsCannot: true, contributes: true },
  'buddies leave': everyone,
  'buddies skip': { ...everyone, result: 'not-a-buddy' },
  'buddies status': everyone,
  leaderboard: everyone,
  'profile view': everyone,
  'profile edit': { ...everyone, contributes: true },
  'project publish': { ...everyone, contributes: true },
  'project list': everyone,
  'project view': { ...everyone, values: ({ project }) => ({ project }) },
  'project close': {
    may: 'judges',
    refused: 'not-your-project',
    values: ({ project }) => ({ project }),
  },
  'session plan': {
    ...everyone,
    contributes: true,
    values: () => ({ topic: 'Indexes', when: 'tomorrow 18:00' }),
  },
  'session list': everyone,
  'session cancel': {
    may: 'judges',
    refused: 'not-your-session',
    values: ({ sessions }) => ({ session: sessions.coming }),
  },
  'readme import': {
    ...everyone,
    contributes: true,
    values: (_scene, stage) => ({ file: stage.attachment('README.md') }),
  },
  'readme export': everyone,
  'mydata export': everyone,
  'mydata forget': everyone,
  'Nexus profile': everyone,
  'Save as learning': { ...everyone, contributes: true },
  'Save as challenge': { ...everyone, contributes: true },
  'Use as solution': { ...everyone, contributes: true },
  // On a message without code.
  'Format as code': { ...everyone, result: 'code-not-formatted' },
  // On a message that isn't a card.
  'Report to moderators': { ...everyone, result: 'report-not-an-entry' },
  help: everyone,
  'admin setup': { ...moderators, values: () => ({ timezone: 'Africa/Lagos' }) },
  'admin settings': moderators,
  'admin doctor': moderators,
  'admin audit': moderators,
  'admin stats': moderators,
  'admin export': moderators,
  'admin queue': moderators,
  'admin digest schedule': { ...moderators, values: () => ({ day: 'friday', time: '10:00' }) },
  'admin digest pause': moderators,
  'admin digest resume': { ...moderators, result: 'digest-not-paused' },
  'admin digest run': moderators,
  'admin buddies schedule': { ...moderators, values: () => ({ day: 'friday', time: '10:00' }) },
  'admin buddies pause': { ...moderators, result: 'buddies-not-scheduled' },
  'admin buddies run': moderators,
  'admin member forget': { ...managers, values: () => ({ member: solverId }) },
  'admin entry hide': { ...moderators, values: ({ numbers }) => ({ entry: String(numbers.learning) }) },
  'admin entry remove': { ...moderators, values: ({ numbers }) => ({ entry: String(numbers.learning) }) },
  'admin entry restore': { ...moderators, values: ({ numbers }) => ({ entry: String(numbers.hidden) }) },
  'admin member mute': { ...moderators, values: () => ({ member: solverId, duration: '2h' }) },
  'admin member unmute': {
    ...moderators,
    values: () => ({ member: solverId }),
    result: 'not-muted',
  },
  'admin tag rename': { ...moderators, values: () => ({ from: 'postgresql', to: 'postgres' }) },
  'admin tag remove': { ...moderators, values: () => ({ tag: 'postgresql' }) },
};

const learning = ({ numbers }: Scene) => ({ number: numbers.learning });
const periodEnd = (scene: Scene) => ({ periodEnd: scene.periodEnd });
const none = () => ({});
const buddyGroup = ({ id, periodEnd: roundAt }: Scene) => ({ guildId: id, roundAt, group: 1 });
const onProject = ({ project }: Scene) => ({ project });
const projectOwner = { may: 'author', refused: 'not-your-project', params: onProject } as const;
const preview = (scene: Scene) => ({ import: scene.import });
const previewPage = (scene: Scene) => ({ import: scene.import, page: 0 });
const setup = { ...moderators, params: none } as const;
const written = { kind: 'concept', title: 'T', body: 'B', tags: '', link: '' };
const previewed = { may: 'keeper', refused: 'not-your-control' } as const;
const reporting = { own: 'report-own-entry', botsCannot: true } as const;
const drafted = { may: 'keeper', refused: 'draft-gone' } as const;

/** By the route's name in `routes`. The dispatcher holds forms that came too late for the member who asked for them. */
export const controlRows: {
  [Name in Exclude<keyof typeof routes, 'openForm'>]: ControlRow<ParamsOf<(typeof routes)[Name]>>;
} = {
  helpful: { kind: 'button', ...everyone, own: 'helpful-own-entry', botsCannot: true, params: learning },
  save: { kind: 'button', ...everyone, botsCannot: true, params: learning },
  discuss: { kind: 'button', ...everyone, params: learning },
  solve: {
    kind: 'button',
    ...everyone,
    contributes: true,
    params: ({ numbers }) => ({ number: numbers.challenge }),
  },
  accept: { kind: 'button', ...judges, params: ({ numbers }) => ({ number: numbers.solution }) },
  edit: { kind: 'button', ...author, params: learning },
  // The scene's learning has no picture.
  describePicture: { kind: 'button', ...author, params: learning, result: 'picture-missing' },
  remove: { kind: 'button', ...author, params: learning },
  undoRemove: { kind: 'button', ...author, params: ({ numbers }) => ({ number: numbers.deleted }) },
  readAll: { kind: 'button', ...everyone, params: learning },
  view: { kind: 'button', ...everyone, params: learning },
  done: { kind: 'button', ...author, params: ({ numbers }) => ({ number: numbers.goal }) },
  more: { kind: 'button', ...everyone, params: learning },
  solutions: { kind: 'button', ...everyone, params: ({ numbers }) => ({ number: numbers.challenge }) },
  reopen: { kind: 'button', ...judges, params: ({ numbers }) => ({ number: numbers.solved }) },
  report: { kind: 'button', ...everyone, ...reporting, params: learning },
  reportForm: {
    kind: 'form',
    ...everyone,
    ...reporting,
    params: learning,
    fields: { reportReason: 'spam', note: 'Again' },
  },
  shareForm: { kind: 'form', ...everyone, contributes: true, params: none, fields: written },
  challengeForm: { kind: 'form', ...everyone, contributes: true, params: none, fields: written },
  solveForm: {
    kind: 'form',
    ...everyone,
    contributes: true,
    params: ({ numbers }) => ({ number: numbers.challenge }),
    fields: { body: 'So.', link: '' },
  },
  describeForm: {
    kind: 'form',
    ...author,
    contributes: true,
    params: learning,
    fields: { 'alt-1': 'A terminal' },
    result: 'picture-missing',
  },
  editForm: { kind: 'form', ...author, contributes: true, params: learning, fields: written },
  captureForm: {
    kind: 'form',
    ...drafted,
    contributes: true,
    params: ({ drafts }) => ({ draft: drafts.capture, as: 'learning' }),
    fields: written,
  },
  threadSolution: {
    kind: 'button',
    ...everyone,
    params: ({ numbers }) => ({ number: numbers.challenge }),
    result: 'thread-empty',
  },
  threadPick: {
    kind: 'select',
    ...everyone,
    params: ({ numbers }) => ({ number: numbers.challenge }),
    values: () => ['820000000000000001'],
    result: 'thread-empty',
  },
  captureRemove: {
    kind: 'button',
    ...author,
    params: (scene) => ({ guildId: scene.id, number: scene.numbers.learning }),
  },
  codePost: {
    kind: 'button',
    ...drafted,
    contributes: true,
    params: ({ drafts }) => ({ draft: drafts.code }),
  },
  codeRemove: {
    kind: 'button',
    may: 'judges',
    refused: 'not-your-code',
    params: () => ({ member: authorId }),
  },
  profileSaving: { kind: 'button', ...everyone, params: () => ({ state: 'off' }) },
  openDraft: { kind: 'button', ...drafted, params: ({ drafts }) => ({ draft: drafts.share }) },
  thisSolvesIt: {
    kind: 'button',
    ...everyone,
    params: ({ drafts, numbers }) => ({ draft: drafts.challenge, number: numbers.accepted }),
  },
  postAnyway: {
    kind: 'button',
    ...drafted,
    params: ({ drafts }) => ({ draft: drafts.challenge }),
  },
  listing: { kind: 'button', ...previewed, params: (scene) => ({ listing: scene.listing, page: 0 }) },
  auditPage: {
    kind: 'button',
    ...moderators,
    result: 'listing-gone',
    params: ({ listing }) => ({ listing, page: 0 }),
  },
  showInChannel: { kind: 'button', ...everyone, params: learning },
  leaderboard: { kind: 'button', ...everyone, params: () => ({ period: 'week' }) },
  help: { kind: 'select', ...everyone, params: none, values: () => ['sharing'] },
  profileProject: { kind: 'button', ...everyone, contributes: true, params: none },
  profileLinks: { kind: 'button', ...everyone, contributes: true, params: none },
  newsSettings: { kind: 'button', ...everyone, params: none },
  newsChoice: { kind: 'select', ...everyone, params: () => ({ kind: 'followed' }), values: () => ['off'] },
  newsOff: { kind: 'button', ...everyone, params: (scene) => ({ guildId: scene.id, kind: 'helped' }) },
  profileReminders: { kind: 'button', ...everyone, params: () => ({ state: 'on' }) },
  profileProjectForm: {
    kind: 'form',
    ...everyone,
    contributes: true,
    params: none,
    fields: { projectName: 'Nexus' },
  },
  profileLinksForm: {
    kind: 'form',
    ...everyone,
    contributes: true,
    params: none,
    fields: { links: '', consent: 'hidden' },
  },
  projectForm: {
    kind: 'form',
    ...everyone,
    contributes: true,
    params: none,
    fields: { name: 'A library' },
  },
  projectEdit: { kind: 'button', ...projectOwner },
  projectEditForm: { kind: 'form', ...projectOwner, fields: { name: 'A job board' } },
  projectAddresses: { kind: 'button', ...projectOwner },
  projectAddressesForm: { kind: 'form', ...projectOwner, fields: { apiBase: 'api.example.org' } },
  projectView: { kind: 'button', ...everyone, params: onProject },
  projectInterested: {
    kind: 'button',
    ...everyone,
    own: 'project-own',
    botsCannot: true,
    contributes: true,
    params: onProject,
  },
  projectInvite: { kind: 'users', ...projectOwner, values: () => [solverId] },
  // Nobody has been asked in this scene.
  projectAnswer: {
    kind: 'button',
    ...everyone,
    result: 'project-not-invited',
    params: ({ id, project }) => ({ guildId: id, project, reply: 'join' }),
  },
  projectGoOn: {
    kind: 'button',
    ...projectOwner,
    params: ({ id, project }) => ({ guildId: id, project, goesOn: 'yes' }),
  },
  projectClose: { kind: 'button', may: 'judges', refused: 'not-your-project', params: onProject },
  projectReport: { kind: 'button', ...everyone, ...reporting, params: onProject },
  projectReportForm: {
    kind: 'form',
    ...everyone,
    ...reporting,
    params: onProject,
    fields: { note: 'It is spam' },
  },
  projectDecide: {
    kind: 'button',
    ...moderators,
    params: ({ project }) => ({ project, decision: 'hide' }),
  },
  projectBoard: {
    kind: 'button',
    ...everyone,
    params: () => ({ page: 0, track: 'any', lookingFor: 'any', tag: '' }),
  },
  sessionConfirm: { kind: 'button', ...drafted, params: ({ drafts }) => ({ draft: drafts.session }) },
  sessionDiscard: { kind: 'button', ...drafted, params: ({ drafts }) => ({ draft: drafts.session }) },
  sessionJoin: {
    kind: 'button',
    ...everyone,
    botsCannot: true,
    contributes: true,
    params: ({ sessions }) => ({ session: sessions.coming }),
  },
  sessionLeave: {
    kind: 'button',
    ...everyone,
    botsCannot: true,
    params: ({ sessions }) => ({ session: sessions.coming }),
  },
  sessionAttended: {
    kind: 'button',
    ...everyone,
    botsCannot: true,
    params: ({ sessions }) => ({ session: sessions.over }),
  },
  sessionShare: {
    kind: 'button',
    ...everyone,
    contributes: true,
    params: ({ sessions }) => ({ session: sessions.over }),
  },
  importPage: { kind: 'button', ...previewed, params: previewPage },
  importKeep: { kind: 'select', ...previewed, params: previewPage, values: () => ['0'] },
  importPick: { kind: 'select', ...previewed, params: previewPage, values: () => ['0'] },
  importKind: {
    kind: 'select',
    ...previewed,
    params: (scene) => ({ import: scene.import, place: 0 }),
    values: () => ['practice'],
  },
  importOpen: {
    kind: 'button',
    ...previewed,
    params: (scene) => ({ import: scene.import, page: 0, choice: 'with' }),
  },
  importProfile: { kind: 'button', ...previewed, params: previewPage },
  importAll: { kind: 'button', ...previewed, contributes: true, params: preview },
  importCancel: { kind: 'button', ...previewed, params: preview },
  digestSolve: {
    kind: 'button',
    ...everyone,
    contributes: true,
    params: (scene) => ({ periodEnd: scene.periodEnd, number: scene.numbers.challenge }),
  },
  digestMore: { kind: 'button', ...everyone, params: periodEnd },
  digestUnsubscribe: {
    kind: 'button',
    ...everyone,
    params: (scene) => ({ guildId: scene.id, periodEnd: scene.periodEnd }),
  },
  digestShare: { kind: 'button', ...everyone, contributes: true, params: periodEnd },
  digestShow: { kind: 'button', ...everyone, params: periodEnd },
  digestDiscuss: { kind: 'button', ...everyone, params: periodEnd },
  digestPage: { kind: 'button', ...everyone, params: (scene) => ({ periodEnd: scene.periodEnd, page: 0 }) },
  buddiesPart: {
    kind: 'button',
    ...everyone,
    botsCannot: true,
    contributes: true,
    params: () => ({ step: 'join' }),
  },
  buddiesHours: {
    kind: 'select',
    ...everyone,
    result: 'not-a-buddy',
    params: none,
    values: () => ['evening'],
  },
  buddiesNamed: {
    kind: 'button',
    ...everyone,
    result: 'not-a-buddy',
    params: () => ({ state: 'on' }),
  },
  buddiesNever: { kind: 'users', ...everyone, params: none, values: () => [solverId] },
  buddiesSkip: { kind: 'button', ...everyone, result: 'not-a-buddy', params: buddyGroup },
  buddiesContact: { kind: 'button', ...everyone, result: 'not-your-group', params: buddyGroup },
  buddiesMet: {
    kind: 'button',
    ...everyone,
    result: 'not-your-group',
    params: (scene) => ({ ...buddyGroup(scene), answer: 'yes' }),
  },
  forget: { kind: 'button', ...everyone, params: () => ({ outcome: 'cancel' }) },
  forgetMember: {
    kind: 'button',
    ...managers,
    params: () => ({ member: solverId, outcome: 'remove' }),
  },
  reminderLook: {
    kind: 'button',
    ...everyone,
    result: 'not-asked',
    params: ({ numbers }) => ({ number: numbers.challenge }),
  },
  reminderPass: {
    kind: 'button',
    ...everyone,
    result: 'not-asked',
    params: ({ numbers }) => ({ number: numbers.challenge }),
  },
  reminderSolve: {
    kind: 'button',
    ...everyone,
    contributes: true,
    params: ({ numbers }) => ({ number: numbers.challenge }),
  },
  queueDecide: {
    kind: 'button',
    ...moderators,
    params: ({ queue }) => ({ item: queue.reported, action: 'keep' }),
  },
  queueDecline: { kind: 'button', ...moderators, params: ({ queue }) => ({ item: queue.held }) },
  queueDeclineForm: {
    kind: 'form',
    ...moderators,
    params: ({ queue }) => ({ item: queue.held }),
    fields: { reason: 'Leave the key out' },
  },
  queueMute: { kind: 'button', ...moderators, params: ({ queue }) => ({ item: queue.reported }) },
  queuePageDecide: {
    kind: 'button',
    ...moderators,
    params: ({ queue }) => ({ item: queue.held, action: 'publish', page: 0 }),
  },
  queuePageDecline: {
    kind: 'button',
    ...moderators,
    params: ({ queue }) => ({ item: queue.held, page: 0 }),
  },
  queuePageDeclineForm: {
    kind: 'form',
    ...moderators,
    params: ({ queue }) => ({ item: queue.held, page: 0 }),
    fields: { reason: '' },
  },
  queuePageMute: {
    kind: 'button',
    ...moderators,
    params: ({ queue }) => ({ item: queue.held, page: 0 }),
  },
  queuePage: { kind: 'button', ...moderators, params: () => ({ page: 0 }) },
  startShare: { kind: 'button', ...everyone, contributes: true, params: none },
  startAsk: { kind: 'button', ...everyone, contributes: true, params: none },
  startSearch: { kind: 'button', ...everyone, params: none },
  startProfile: { kind: 'button', ...everyone, params: none },
  startReadme: { kind: 'button', ...everyone, params: none },
  startChallenges: { kind: 'button', ...everyone, params: none },
  welcomeSteps: { kind: 'button', ...everyone, params: none },
  setupStart: { kind: 'button', ...setup },
  setupChannel: { kind: 'channels', ...setup, values: ({ channels }) => [channels.general] },
  setupLogChannel: {
    kind: 'channels',
    ...setup,
    roleAlone: 'needs-manage-server',
    values: ({ channels }) => [channels.moderators],
  },
  setupModeratorRole: {
    kind: 'roles',
    ...setup,
    roleAlone: 'needs-manage-server',
    values: ({ roles }) => [roles.helper],
  },
  setupLanguage: { kind: 'select', ...setup, values: () => ['en'] },
  setupTimezone: { kind: 'button', ...setup },
  setupTimezoneForm: { kind: 'form', ...setup, fields: { timezone: 'Lagos' } },
  setupTimezoneChoice: { kind: 'select', ...setup, values: () => ['Africa/Lagos'] },
  setupDigestDay: { kind: 'select', ...setup, values: () => ['3'] },
  setupDigestTime: { kind: 'select', ...setup, values: () => ['10:00'] },
  setupDigest: { kind: 'button', ...setup },
  setupBack: { kind: 'button', ...setup },
  setupDigestSections: { kind: 'select', ...setup, values: () => ['figures'] },
  setupDigestRole: { kind: 'roles', ...setup, values: ({ roles }) => [roles.helper] },
  setupDigestNudge: { kind: 'button', ...setup, params: () => ({ state: 'on' }) },
  setupSafety: { kind: 'button', ...setup },
  setupReview: { kind: 'select', ...setup, values: () => ['new'] },
  setupReviewBelow: { kind: 'select', ...setup, values: () => ['5'] },
  setupInvites: { kind: 'button', ...setup, params: () => ({ state: 'on' }) },
  setupBadges: { kind: 'button', ...setup },
  badgeRole: {
    kind: 'roles',
    ...setup,
    roleAlone: 'needs-manage-server',
    params: () => ({ badge: 'teacher' }),
    values: ({ roles }) => [roles.helper],
  },
  badgeRoleTake: {
    kind: 'button',
    ...setup,
    roleAlone: 'needs-manage-server',
    params: ({ roles }) => ({ role: roles.helper }),
  },
  setupLimit: { kind: 'select', ...setup, params: () => ({ window: 'hour' }), values: () => ['40'] },
};

/** Everyone who might use it, by their relation to the scene. */
export const actors = {
  owner: { id: '800000000000000090', permissions: String((1n << 53n) - 1n) },
  'a member with Manage Server': { id: '800000000000000091', permissions: '32' },
  'a member with the moderator role': { id: '800000000000000092', hasRole: true },
  'a member with Manage Messages alone': { id: '800000000000000093', permissions: '8192' },
  'the author': { id: authorId },
  'another learner': { id: solverId },
  'a muted learner': { id: '800000000000000095' },
  'a moderator of another guild': { id: '800000000000000096', hasForeignRole: true },
  'a bot': { id: '800000000000000097', isBot: true },
} satisfies Record<
  string,
  { id: string; permissions?: string; hasRole?: true; hasForeignRole?: true; isBot?: true }
>;

export type ActorName = keyof typeof actors;
