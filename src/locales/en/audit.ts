/** Copy of the audit log: who did what, the values before and after, and the command that shows it. */
import type { AuditActionName, AuditValues } from '../../entities/audit-action.js';
import type { Badge } from '../../entities/badge-role.js';
import type { AuditedSetting } from '../../features/audit/audited-settings-model.js';
import { badges } from './badges.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { plural } from './plural.js';

/** What a sentence can refer to: the entry as a link or number, the member it concerns, and counts. */
export interface AuditFacts {
  /** Empty when no entry is involved. */
  entry: string;
  /** The member's id; null when it concerns nobody. */
  subjectId: string | null;
  /** What the action counted or chose. */
  after: AuditValues;
}

const byWhom = ({ entry, subjectId }: AuditFacts) => (subjectId ? `${entry} by ${named(subjectId)}` : entry);
const subject = ({ subjectId }: AuditFacts) => named(subjectId ?? '0');
const entriesIn = ({ after }: AuditFacts) => plural(Number(after['entries'] ?? 0), 'entry', 'entries');

const outcome = ({ after }: AuditFacts) =>
  after['entries'] === 'kept' ? 'and left their entries to the cohort' : 'and removed their entries';
const dueIn = ({ after: { dueAt } }: AuditFacts) =>
  typeof dueAt === 'string' ? `, which happens ${moment(new Date(dueAt), 'R')}` : '';
const badgeAndRole = ({ after }: AuditFacts) =>
  `the role <@&${String(after['roleId'] ?? '')}> (badge “${badges.names[after['badge'] as Badge] ?? ''}”)`;

export const audit = {
  commands: {
    description: 'Show what moderators did, and what I did on my own',
    member: 'Only what this member did, or what concerns them',
    action: 'Only actions of this kind',
  },

  title: '### Audit log',
  /** Without an id, the bot acted on its own. */
  actor: (memberId: string | null) => (memberId === null ? 'Nexus' : named(memberId)),
  filteredBy: (member: string | null, action: string | null) =>
    [...(action ? [action] : []), ...(member ? [`by or about ${named(member)}`] : [])].join(', '),
  figures: (total: number, page: number, pageCount: number) =>
    `${plural(total, 'action', 'actions')}${pageCount > 1 ? ` · page ${page} of ${pageCount}` : ''}`,
  nothing: 'Nothing is logged yet. What moderators do will appear here.',
  nothingWithin: 'No log entry matches. Try `/admin audit` without options.',
  reason: (reason: string) => `“${reason}”`,
  change: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  more: (count: number) => `and ${plural(count, 'more change', 'more changes')}`,

  /** The name of each action, and what the actor did: the rest of a sentence that starts with their name. */
  actions: {
    'settings-changed': { name: 'Settings changed', did: () => 'changed the settings' },
    'digest-paused': { name: 'Digest paused', did: () => 'paused the digest' },
    'digest-resumed': { name: 'Digest resumed', did: () => 'resumed the digest' },
    'digest-run': { name: 'Digest run', did: () => 'posted the digest early' },
    'buddies-scheduled': {
      name: 'Study buddies scheduled',
      did: ({ after }) => `scheduled study buddies${after['at'] ? ` for ${String(after['at'])}` : ''}`,
    },
    'buddies-paused': { name: 'Study buddies paused', did: () => 'paused study buddies' },
    'buddies-run': { name: 'Study buddies run', did: () => 'matched study buddies' },
    'entry-hidden': { name: 'Entry hidden', did: (facts) => `hid ${byWhom(facts)}` },
    'entry-restored': { name: 'Entry restored', did: (facts) => `restored ${byWhom(facts)}` },
    'entry-removed': { name: 'Entry removed', did: (facts) => `removed ${byWhom(facts)}` },
    'entry-published': { name: 'Entry published', did: (facts) => `published ${byWhom(facts)}` },
    'entry-declined': { name: 'Entry declined', did: (facts) => `declined ${byWhom(facts)}` },
    'import-published': {
      name: 'Import published',
      did: (facts) => `published a README by ${subject(facts)} with ${entriesIn(facts)}`,
    },
    'import-declined': {
      name: 'Import declined',
      did: (facts) => `declined a README by ${subject(facts)} with ${entriesIn(facts)}`,
    },
    'report-dismissed': {
      name: 'Report dismissed',
      did: (facts) => `kept ${byWhom(facts)} and dismissed the reports`,
    },
    'solution-accepted': {
      name: 'Solution accepted',
      did: (facts) => `accepted ${byWhom(facts)} on the asker’s behalf`,
    },
    'challenge-reopened': {
      name: 'Challenge reopened',
      did: (facts) => `withdrew the acceptance of ${byWhom(facts)} on the asker’s behalf`,
    },
    'member-muted': {
      name: 'Member muted',
      did: (facts) => {
        const until = facts.after['until'];
        return `muted ${subject(facts)} ${typeof until === 'string' ? `until ${moment(new Date(until), 'f')}` : 'until further notice'}`;
      },
    },
    'member-unmuted': { name: 'Member unmuted', did: (facts) => `ended the mute of ${subject(facts)}` },
    'member-forgotten': {
      name: 'Member’s data erased',
      did: (facts) => `erased the data of ${subject(facts)} ${outcome(facts)}`,
    },
    'moderator-forgotten': {
      name: 'Moderator’s own data erased',
      did: (facts) => `erased their own data ${outcome(facts)}`,
    },
    'erasure-requested': {
      name: 'Erasure asked for',
      did: (facts) => `asked to erase the data of ${subject(facts)}${dueIn(facts)}`,
    },
    'erasure-cancelled': {
      name: 'Erasure cancelled',
      did: (facts) => `cancelled the erasure of ${subject(facts)}’s data`,
    },
    'tag-renamed': { name: 'Tag renamed', did: (facts) => `renamed a tag on ${entriesIn(facts)}` },
    'tag-removed': { name: 'Tag removed', did: (facts) => `removed a tag from ${entriesIn(facts)}` },
    'project-hidden': { name: 'Project hidden', did: (facts) => `hid a project by ${subject(facts)}` },
    'project-restored': {
      name: 'Project restored',
      did: (facts) => `restored a project by ${subject(facts)}`,
    },
    'badge-role-tied': { name: 'Role for a badge chosen', did: (facts) => `tied ${badgeAndRole(facts)}` },
    'badge-role-untied': {
      name: 'Role for a badge removed',
      did: (facts) => `untied ${badgeAndRole(facts)}`,
    },
    'badge-role-taken': {
      name: 'Role of a former badge taken',
      did: ({ after }) =>
        `had the role <@&${String(after['roleId'] ?? '')}> taken from ${plural(Number(after['members'] ?? 0), 'member', 'members')}`,
    },
    'start-card-posted': { name: 'Start here posted', did: () => 'posted the “Start here” card' },
    'cohort-exported': {
      name: 'Cohort exported',
      did: ({ after }) => `exported the cohort${after['format'] ? ` as ${String(after['format'])}` : ''}`,
    },
  } satisfies Record<AuditActionName, { name: string; did(facts: AuditFacts): string }>,

  settings: {
    setUpAt: 'Set up',
    channelId: 'Cohort channel',
    logChannelId: 'Log channel',
    moderatorRoleId: 'Moderator role',
    language: 'Language',
    timezone: 'Time zone',
    digestWeekday: 'Digest day',
    digestTime: 'Digest time',
    digestChannelId: 'Digest channel',
    digestNudges: 'Nudge in empty weeks',
    digestHidden: 'Left out of the digest',
    digestRoleId: 'Digest pings',
    review: 'Reviewed before publishing',
    reviewBelow: 'Published entries until a member counts as known',
    invitesAllowed: 'Invite links',
    hourlyLimit: 'Entry limit per hour',
    dailyLimit: 'Entry limit per day',
  } satisfies Record<AuditedSetting, string>,
  values: { none: 'none', on: 'on', off: 'off', nothing: 'nothing' },
};
