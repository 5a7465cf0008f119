/** Who may use what: a row for every command, and for every button, select and form. Both lists have to be complete. */
import type { Route, routes } from '../../../src/components/routes.js';
import type { UserErrorCode } from '../../../src/services/user-error.js';
import type { Values } from './command-tree.js';
import type { Loose } from './rest.js';
import { authorId, type Scene, solverId } from './scene.js';
import type { Stage } from './stage.js';

/**
 * `moderators`: Manage Server or the moderator role. `author`: whoever wrote the entry, a moderator too is refused.
 * `judges`: whoever asked, and moderators. `keeper`: whom a draft, a list or a preview was made for.
 */
export type Access = 'everyone' | 'moderators' | 'author' | 'judges' | 'keeper';

export interface Row {
  may: Access;
  /** What the others hear; moderators' own things refuse with `moderators-only`. */
  refused?: UserErrorCode;
  /** What those hear who may, where this scene does not let it go through. */
  result?: UserErrorCode;
  /** What the author hears, where it is for others alone. */
  own?: UserErrorCode;
  /** Other bots are refused. */
  botsCannot?: true;
  /** Members who are muted are refused, before anything else is looked at. */
  contributes?: true;
}

export interface CommandRow extends Row {
  values?(scene: Scene, stage: Stage): Values;
}

/** What Discord shows of a control, which decides what it sends. */
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
  leaderboard: everyone,
  'profile view': everyone,
  'profile edit': { ...everyone, contributes: true },
  'readme import': {
    ...everyone,
    contributes: true,
    values: (_scene, stage) => ({ file: stage.attachment('README.md') }),
  },
  'readme export': everyone,
  'mydata export': everyone,
  'mydata forget': everyone,
  'Nexus profile': everyone,
  // On a message that is no card.
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
  'admin member forget': { ...moderators, values: () => ({ member: solverId }) },
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
const preview = (scene: Scene) => ({ import: scene.import });
const previewPage = (scene: Scene) => ({ import: scene.import, page: 0 });
const setup = { ...moderators, params: none } as const;
const written = { kind: 'concept', title: 'T', body: 'B', tags: '', link: '' };
const previewed = { may: 'keeper', refused: 'not-your-control' } as const;
const reporting = { own: 'report-own-entry', botsCannot: true } as const;
const drafted = { may: 'keeper', refused: 'draft-gone' } as const;

/** By the route's name in `routes`. Forms that came too late are held by the dispatcher for whoever asked for them. */
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
  remove: { kind: 'button', ...author, params: learning },
  undoRemove: { kind: 'button', ...author, params: ({ numbers }) => ({ number: numbers.deleted }) },
  readAll: { kind: 'button', ...everyone, params: learning },
  view: { kind: 'button', ...everyone, params: learning },
  done: { kind: 'button', ...author, params: ({ numbers }) => ({ number: numbers.goal }) },
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
  editForm: { kind: 'form', ...author, contributes: true, params: learning, fields: written },
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
  profileReminders: { kind: 'button', ...everyone, params: () => ({ wish: 'on' }) },
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
  forget: { kind: 'button', ...everyone, params: () => ({ fate: 'cancel' }) },
  forgetMember: {
    kind: 'button',
    ...moderators,
    params: () => ({ member: solverId, fate: 'cancel' }),
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
    params: ({ queue }) => ({ item: queue.reported, deed: 'keep' }),
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
    params: ({ queue }) => ({ item: queue.held, deed: 'publish', page: 0 }),
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
  setupChannel: { kind: 'channels', ...setup, values: ({ channels }) => [channels.general] },
  setupLogChannel: { kind: 'channels', ...setup, values: ({ channels }) => [channels.moderators] },
  setupModeratorRole: { kind: 'roles', ...setup, values: ({ roles }) => [roles.helper] },
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
  setupDigestNudge: { kind: 'button', ...setup, params: () => ({ wish: 'on' }) },
  setupSafety: { kind: 'button', ...setup },
  setupReview: { kind: 'select', ...setup, values: () => ['new'] },
  setupReviewBelow: { kind: 'select', ...setup, values: () => ['5'] },
  setupInvites: { kind: 'button', ...setup, params: () => ({ wish: 'on' }) },
  setupLimit: { kind: 'select', ...setup, params: () => ({ window: 'hour' }), values: () => ['40'] },
};

/** Everybody who may turn up, by what they are to the scene. */
export const actors = {
  owner: { id: '800000000000000090', permissions: String((1n << 53n) - 1n) },
  'a member with Manage Server': { id: '800000000000000091', permissions: '32' },
  'a member with the moderator role': { id: '800000000000000092', hasRole: true },
  'a member with Manage Messages alone': { id: '800000000000000093', permissions: '8192' },
  'whoever wrote it': { id: authorId },
  'another learner': { id: solverId },
  'a muted learner': { id: '800000000000000095' },
  'a moderator of another guild': { id: '800000000000000096', hasForeignRole: true },
  'a bot': { id: '800000000000000097', isBot: true },
} satisfies Record<
  string,
  { id: string; permissions?: string; hasRole?: true; hasForeignRole?: true; isBot?: true }
>;

export type ActorName = keyof typeof actors;
