/** Searching in French: endings, elisions and accents, and English entries that say the same. */
import { beforeAll, expect, it } from 'vitest';
import { stemOf } from '../../../src/features/words/index.js';
import { guildId, kofi } from '../../support/cohort.js';
import { useSearch } from '../../support/search.js';

const cohort = useSearch();
const numbers = new Map<string, number>();

/** Entries by a name of their own. */
const entries: Record<string, { title: string; body: string; tags?: string }> = {
  networks: { title: 'Isoler les réseaux Docker', body: 'Chaque projet a le sien.' },
  index: { title: 'Un index sur la date', body: 'La liste des réservations répond enfin vite.' },
  apis: { title: 'Versionner une API', body: 'Un préfixe dans l’URL suffit au début.' },
  images: { title: 'Images optimisées', body: 'Le format WebP divise leur poids par trois.' },
  personal: { title: 'Jetons personnels', body: 'Ils expirent après 90 jours.' },
  leak: { title: 'Memory leak in a Node worker', body: 'A listener was added on every message.' },
  foreignKey: { title: 'Foreign key without an index', body: 'Deleting a parent scanned the whole table.' },
  rateLimit: { title: 'Rate limiting the login', body: 'Five attempts a minute per address.' },
  queue: { title: 'Emails go through a message queue', body: 'The request no longer waits for SMTP.' },
  backup: { title: 'Nightly backup of Postgres', body: 'A dump every night, restored once a month.' },
  cors: { title: 'CORS header is missing', body: 'The browser refuses the response of the other origin.' },
  merge: { title: 'Merge or rebase', body: 'We rebase our branches and merge with a pull request.' },
  scroll: { title: 'Infinite scroll with a cursor', body: 'Offsets got slow after ten thousand rows.' },
  reader: { title: 'Testing with a screen reader', body: 'Buttons without a label say nothing.' },
  refused: { title: 'Connection refused from the web container', body: 'The service name is the host.' },
  password: { title: 'Hashing passwords with argon2', body: 'Never store them as plain text.' },
  timezone: { title: 'Store times in UTC', body: 'Convert to the time zone of the reader.' },
  download: { title: 'Download of a CSV is empty', body: 'The stream ended before the first row.' },
  dashboard: { title: 'A dashboard for metrics', body: 'Grafana reads what Prometheus scrapes.' },
  translation: { title: 'Translation files by feature', body: 'One catalogue per language.' },
};

beforeAll(async () => {
  for (const [name, { title, body, tags = '' }] of Object.entries(entries))
    numbers.set(name, await cohort.share({ title, body, tags }, kofi));
  for (let filler = 0; filler < 40; filler++)
    await cohort.share({ title: `Notes of session ${filler}`, body: `We talked about chapter ${filler}.` });
});

/** A query, and the entry that answers it. */
const queries: readonly (readonly [string, keyof typeof entries])[] = [
  ['réseau docker', 'networks'],
  ['l’index', 'index'],
  ["versions d'API", 'apis'],
  ['optimiser une image', 'images'],
  ['données personnelles jeton', 'personal'],
  ['fuite de mémoire', 'leak'],
  ['clé étrangère', 'foreignKey'],
  ['limite de débit', 'rateLimit'],
  ['file d’attente', 'queue'],
  ['sauvegarde de la base', 'backup'],
  ['en-tête manquant', 'cors'],
  ['fusionner des branches', 'merge'],
  ['défilement infini', 'scroll'],
  ['lecteur d’écran', 'reader'],
  ['connexion refusée', 'refused'],
  ['hachage du mot de passe', 'password'],
  ['fuseau horaire', 'timezone'],
  ['télécharger un fichier csv', 'download'],
  ['tableau de bord', 'dashboard'],
  ['traduction', 'translation'],
];

it.each(queries)('finds for “%s” the entry about %s', async (query, name) => {
  const { results } = await cohort.newSearch().search(guildId, { query });
  expect(results.slice(0, 3).map(({ number }) => number)).toContain(numbers.get(name));
});

it.each([
  ['reseaux', 'reseau'],
  ['optimisees', 'optimiser'],
  ['suivantes', 'suivant'],
  ['personnelles', 'personnel'],
  ['anciennes', 'ancien'],
])('gives %s and %s one stem', (one, other) => {
  expect(stemOf(one)).toBe(stemOf(other));
});
