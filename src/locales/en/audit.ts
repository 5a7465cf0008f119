/** Words of the audit log: what was done by whom, what was before and after, and the command that shows it. */
import type { AuditActionName, AuditValues } from '../../entities/audit-action.js';
import type { AuditedSetting } from '../../entities/audited-settings.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { plural } from './plural.js';

/** What a sentence may name: the entry as a link or number, the member it concerns, and what was counted. */
export interface AuditFacts {
  /** Empty when it is about none. */
  entry: string;
  /** The member's id; null when it concerns nobody. */
  subjectId: string | null;
  /** What the action counted or chose. */
  after: AuditValues;
}

const byWhom = ({ entry, subjectId }: AuditFacts) => (subjectId ? `${entry} by ${named(subjectId)}` : entry);
const whom = ({ subjectId }: AuditFacts) => named(subjectId ?? '0');
const entriesIn = ({ after }: AuditFacts) => plural(Number(after['entries'] ?? 0), 'entry', 'entries');

export const audit = {
  commands: {
    description: 'Show what moderators did, and what I did by myself',
    member: 'Only what this member did, or what concerns them',
    action: 'Only actions of this kind',
  },

  title: '### Audit log',
  /** Without an id the bot acted by itself. */
  actor: (memberId: string | null) => (memberId === null ? 'Nexus' : named(memberId)),
  filteredBy: (member: string | null, action: string | null) =>
    [...(action ? [action] : []), ...(member ? [`by or about ${named(member)}`] : [])].join(', '),
  figures: (total: number, page: number, pageCount: number) =>
    `${plural(total, 'action', 'actions')}${pageCount > 1 ? ` · page ${page} of ${pageCount}` : ''}`,
  nothing: 'Nothing is logged yet. What moderators do will stand here.',
  nothingWithin: 'Nothing like that is logged. Try `/admin audit` without options.',
  reason: (reason: string) => `“${reason}”`,
  change: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  more: (count: number) => `and ${plural(count, 'more change', 'more changes')}`,

  /** What each action is called, and what whoever acted did: a sentence that begins with their name. */
  actions: {
    'settings-changed': { name: 'Settings changed', did: () => 'changed the settings' },
    'digest-paused': { name: 'Digest paused', did: () => 'paused the digest' },
    'digest-resumed': { name: 'Digest resumed', did: () => 'let the digest go on' },
    'digest-run': { name: 'Digest run', did: () => 'posted the digest before its time' },
    'entry-hidden': { name: 'Entry hidden', did: (facts) => `hid ${byWhom(facts)}` },
    'entry-restored': { name: 'Entry restored', did: (facts) => `brought back ${byWhom(facts)}` },
    'entry-removed': { name: 'Entry removed', did: (facts) => `removed ${byWhom(facts)}` },
    'entry-published': { name: 'Entry published', did: (facts) => `published ${byWhom(facts)}` },
    'entry-declined': { name: 'Entry declined', did: (facts) => `declined ${byWhom(facts)}` },
    'import-published': {
      name: 'Import published',
      did: (facts) => `published a README of ${whom(facts)}, ${entriesIn(facts)}`,
    },
    'import-declined': {
      name: 'Import declined',
      did: (facts) => `declined a README of ${whom(facts)}, ${entriesIn(facts)}`,
    },
    'report-dismissed': {
      name: 'Report dismissed',
      did: (facts) => `kept ${byWhom(facts)}, which was reported`,
    },
    'solution-accepted': {
      name: 'Solution accepted',
      did: (facts) => `accepted ${byWhom(facts)} in the asker’s place`,
    },
    'challenge-reopened': {
      name: 'Challenge reopened',
      did: (facts) => `took back the acceptance of ${byWhom(facts)} in the asker’s place`,
    },
    'member-muted': {
      name: 'Member muted',
      did: (facts) => {
        const until = facts.after['until'];
        return `muted ${whom(facts)} ${typeof until === 'string' ? `until ${moment(new Date(until), 'f')}` : 'until further notice'}`;
      },
    },
    'member-unmuted': { name: 'Member unmuted', did: (facts) => `ended the mute of ${whom(facts)}` },
    'member-forgotten': {
      name: 'Member’s data erased',
      did: (facts) => `erased the data of ${whom(facts)}, who had ${entriesIn(facts)}`,
    },
    'tag-renamed': { name: 'Tag renamed', did: (facts) => `renamed a tag on ${entriesIn(facts)}` },
    'tag-removed': { name: 'Tag removed', did: (facts) => `removed a tag from ${entriesIn(facts)}` },
    'cohort-exported': {
      name: 'Cohort exported',
      did: ({ after }) => `exported the cohort${after['format'] ? ` as ${String(after['format'])}` : ''}`,
    },
  } satisfies Record<AuditActionName, { name: string; did(facts: AuditFacts): string }>,

  settings: {
    setUpAt: 'Set up',
    channelId: 'Cohort’s channel',
    logChannelId: 'Log channel',
    moderatorRoleId: 'Moderator role',
    language: 'Language',
    timezone: 'Time zone',
    digestWeekday: 'Day of the digest',
    digestTime: 'Time of the digest',
    digestChannelId: 'Digest’s channel',
    digestNudges: 'Nudge in empty weeks',
    digestHidden: 'Digest leaves out',
    digestRoleId: 'Digest pings',
    review: 'Looked at before publishing',
    reviewBelow: 'New until so many are published',
    invitesAllowed: 'Invite links',
    hourlyLimit: 'Most entries an hour',
    dailyLimit: 'Most entries a day',
  } satisfies Record<AuditedSetting, string>,
  values: { none: 'none', on: 'on', off: 'off', nothing: 'nothing' },
};
