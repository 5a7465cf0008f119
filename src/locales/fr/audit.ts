/** French copy of the audit log: who did what, the values before and after, and the command that shows it. */
import type { Badge } from '../../entities/badge-role.js';
import type { Catalogue } from '../catalogue-type.js';
import type { AuditFacts } from '../en/audit.js';
import { badges } from './badges.js';
import { moment } from './findings.js';
import { named } from './people.js';
import { plural } from './plural.js';
import { phrase } from './typography.js';

const byWhom = ({ entry, subjectId }: AuditFacts) => (subjectId ? `${entry} de ${named(subjectId)}` : entry);
const subject = ({ subjectId }: AuditFacts) => named(subjectId ?? '0');
const entriesIn = ({ after }: AuditFacts) => plural(Number(after['entries'] ?? 0), 'entrée', 'entrées');

const fate = ({ after }: AuditFacts) =>
  after['entries'] === 'kept' ? 'et laissé ses entrées à la cohorte' : 'et retiré ses entrées';
const dueIn = ({ after: { dueAt } }: AuditFacts) =>
  typeof dueAt === 'string' ? `, prévu ${moment(new Date(dueAt), 'R')}` : '';
const badgeAndRole = ({ after }: AuditFacts) =>
  phrase`le rôle <@&${String(after['roleId'] ?? '')}> (badge « ${badges.names[after['badge'] as Badge] ?? ''} »)`;

export const audit: Catalogue['audit'] = {
  commands: {
    description: 'Montre ce que la modération a fait, et ce que j’ai fait de moi-même',
    member: 'Seulement ce que ce membre a fait, ou ce qui le concerne',
    action: 'Seulement les actions de ce genre',
  },

  title: '### Journal de la modération',
  actor: (memberId) => (memberId === null ? 'Nexus' : named(memberId)),
  filteredBy: (member, action) =>
    [...(action ? [action] : []), ...(member ? [`par ou sur ${named(member)}`] : [])].join(', '),
  figures: (total, page, pageCount) =>
    `${plural(total, 'action', 'actions')}${pageCount > 1 ? ` · page ${page} sur ${pageCount}` : ''}`,
  nothing: 'Rien n’est encore noté. Ce que fait la modération paraîtra ici.',
  nothingWithin: 'Aucune ligne ne correspond. Essaie `/admin audit` sans options.',
  reason: (reason) => phrase`« ${reason} »`,
  change: (what, before, after) => phrase`${what} : ${before} → ${after}`,
  more: (count) => `et ${plural(count, 'autre changement', 'autres changements')}`,

  actions: {
    'settings-changed': { name: 'Réglages modifiés', did: () => 'a modifié les réglages' },
    'digest-paused': { name: 'Résumé mis en pause', did: () => 'a mis le résumé en pause' },
    'digest-resumed': { name: 'Résumé relancé', did: () => 'a relancé le résumé' },
    'digest-run': { name: 'Résumé publié en avance', did: () => 'a publié le résumé en avance' },
    'buddies-scheduled': {
      name: 'Binômes planifiés',
      did: ({ after }) => `a planifié les binômes${after['at'] ? ` (${String(after['at'])})` : ''}`,
    },
    'buddies-paused': { name: 'Binômes en pause', did: () => 'a mis les binômes en pause' },
    'buddies-run': { name: 'Binômes formés', did: () => 'a formé les binômes' },
    'entry-hidden': { name: 'Entrée masquée', did: (facts) => `a masqué ${byWhom(facts)}` },
    'entry-restored': { name: 'Entrée rétablie', did: (facts) => `a rétabli ${byWhom(facts)}` },
    'entry-removed': { name: 'Entrée retirée', did: (facts) => `a retiré ${byWhom(facts)}` },
    'entry-published': { name: 'Entrée publiée', did: (facts) => `a publié ${byWhom(facts)}` },
    'entry-declined': { name: 'Entrée refusée', did: (facts) => `a refusé ${byWhom(facts)}` },
    'import-published': {
      name: 'Import publié',
      did: (facts) => `a publié un README de ${subject(facts)} avec ${entriesIn(facts)}`,
    },
    'import-declined': {
      name: 'Import refusé',
      did: (facts) => `a refusé un README de ${subject(facts)} avec ${entriesIn(facts)}`,
    },
    'report-dismissed': {
      name: 'Signalement écarté',
      did: (facts) => `a gardé ${byWhom(facts)} et écarté les signalements`,
    },
    'solution-accepted': {
      name: 'Solution acceptée',
      did: (facts) => `a accepté ${byWhom(facts)} à la place de la personne qui a demandé`,
    },
    'challenge-reopened': {
      name: 'Défi rouvert',
      did: (facts) => `a annulé l’acceptation de ${byWhom(facts)} à la place de la personne qui a demandé`,
    },
    'member-muted': {
      name: 'Membre mis en sourdine',
      did: (facts) => {
        const until = facts.after['until'];
        return `a mis ${subject(facts)} en sourdine ${typeof until === 'string' ? `jusqu’au ${moment(new Date(until), 'f')}` : 'jusqu’à nouvel ordre'}`;
      },
    },
    'member-unmuted': {
      name: 'Sourdine levée',
      did: (facts) => `a mis fin à la sourdine de ${subject(facts)}`,
    },
    'member-forgotten': {
      name: 'Données d’un membre effacées',
      did: (facts) => `a effacé les données de ${subject(facts)} ${fate(facts)}`,
    },
    'moderator-forgotten': {
      name: 'Propres données effacées par la modération',
      did: (facts) => `a effacé ses propres données ${fate(facts)}`,
    },
    'erasure-requested': {
      name: 'Effacement demandé',
      did: (facts) => `a demandé l’effacement des données de ${subject(facts)}${dueIn(facts)}`,
    },
    'erasure-cancelled': {
      name: 'Effacement annulé',
      did: (facts) => `a annulé l’effacement des données de ${subject(facts)}`,
    },
    'tag-renamed': {
      name: 'Étiquette renommée',
      did: (facts) => `a renommé une étiquette sur ${entriesIn(facts)}`,
    },
    'tag-removed': {
      name: 'Étiquette retirée',
      did: (facts) => `a retiré une étiquette de ${entriesIn(facts)}`,
    },
    'project-hidden': {
      name: 'Projet masqué',
      did: ({ subjectId }) => `a masqué un projet de ${named(subjectId ?? '0')}`,
    },
    'project-restored': {
      name: 'Projet rétabli',
      did: ({ subjectId }) => `a rétabli un projet de ${named(subjectId ?? '0')}`,
    },
    'badge-role-tied': { name: 'Rôle choisi pour un badge', did: (facts) => `a lié ${badgeAndRole(facts)}` },
    'badge-role-untied': { name: 'Rôle d’un badge enlevé', did: (facts) => `a délié ${badgeAndRole(facts)}` },
    'badge-role-taken': {
      name: 'Rôle d’un ancien badge retiré',
      did: ({ after }) =>
        `a fait retirer le rôle <@&${String(after['roleId'] ?? '')}> à ${plural(Number(after['members'] ?? 0), 'membre', 'membres')}`,
    },
    'start-card-posted': {
      name: 'Carte « Commence ici » publiée',
      did: () => phrase`a publié la carte « Commence ici »`,
    },
    'cohort-exported': {
      name: 'Cohorte exportée',
      did: ({ after }) => `a exporté la cohorte${after['format'] ? ` en ${String(after['format'])}` : ''}`,
    },
  },

  settings: {
    setUpAt: 'Mise en place',
    channelId: 'Salon de la cohorte',
    logChannelId: 'Salon du journal',
    moderatorRoleId: 'Rôle de modération',
    language: 'Langue',
    timezone: 'Fuseau horaire',
    digestWeekday: 'Jour du résumé',
    digestTime: 'Heure du résumé',
    digestChannelId: 'Salon du résumé',
    digestNudges: 'Encouragement des semaines vides',
    digestHidden: 'Absent du résumé',
    digestRoleId: 'Notifié par le résumé',
    review: 'Relu avant publication',
    reviewBelow: 'Entrées publiées pour être un membre connu',
    invitesAllowed: 'Liens d’invitation',
    hourlyLimit: 'Limite d’entrées par heure',
    dailyLimit: 'Limite d’entrées par jour',
  },
  values: { none: 'aucun', on: 'oui', off: 'non', nothing: 'rien' },
};
