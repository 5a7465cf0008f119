/** The environment: every variable documented, every mistake named, no value shown. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

const token = 'a-token-that-nobody-may-see';
const production = {
  NODE_ENV: 'production',
  DISCORD_TOKEN: token,
  DATABASE_URL: 'postgres://nexus@database/nexus',
};

/** The problems of an environment that is otherwise in order. */
function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig({ DISCORD_TOKEN: token, ...environment }, false);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** Everything the example names, blank or behind a `#`, with the comment above it. */
const documented = new Map(
  read('.env.example')
    .split('\n\n')
    .flatMap((block) => {
      const name = /^(?:# )?([A-Z][A-Z_]+)=/m.exec(block)?.[1];
      return name ? [[name, block]] : [];
    }),
);

describe('.env.example', () => {
  /** Read by the sandbox's session, and by compose.yaml. */
  const notOfTheBot = ['SANDBOX_PORT', 'POSTGRES_PASSWORD'];
  const known = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((match) => match[1] ?? '');

  it('names every variable of the bot, and no other', () => {
    expect(known.length).toBeGreaterThan(10);
    expect([...documented.keys()].sort()).toEqual([...known, ...notOfTheBot].sort());
  });

  it('says of each what it is', () => {
    for (const [name, block] of documented) expect(block, name).toMatch(/^# \S.*\.$/m);
  });

  it('is in order as it stands, once a token is filled in', () => {
    const given = [...documented].flatMap(([name, block]) => {
      const value = new RegExp(`^${name}=(.*)$`, 'm').exec(block)?.[1];
      return value === undefined ? [] : [[name, value]];
    });
    expect(given).toEqual([
      ['DISCORD_TOKEN', ''],
      ['POSTGRES_PASSWORD', ''],
    ]);
    expect(problemsOf(Object.fromEntries(given.slice(1)))).toEqual([]);
  });

  it('gives examples and defaults that are accepted, and defaults that are the real ones', () => {
    const example = Object.fromEntries(
      [...documented].map(([name, block]) => [name, new RegExp(`^# ${name}=(.*)$`, 'm').exec(block)?.[1]]),
    );
    expect(problemsOf({ ...example, NODE_ENV: 'development', DISCORD_TOKEN: token })).toEqual([]);
    const { ATTACHMENT_ORIGINS, NEXUS_DATA_DIR, HTTP_HOST, HTTP_PORT, LOG_LEVEL } = example;
    expect(
      readConfig(
        { DISCORD_TOKEN: token, ATTACHMENT_ORIGINS, NEXUS_DATA_DIR, HTTP_HOST, HTTP_PORT, LOG_LEVEL },
        false,
      ),
    ).toEqual(readConfig({ DISCORD_TOKEN: token }, false));
  });
});

describe('readConfig', () => {
  it('fills in what is left out', () => {
    expect(readConfig({ DISCORD_TOKEN: token }, false)).toEqual({
      production: false,
      token,
      apiUrl: undefined,
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
      attachmentOrigins: ['https://cdn.discordapp.com', 'https://media.discordapp.net'],
      allowedGuilds: undefined,
      clockUrl: undefined,
      dataDirectory: '.nexus',
      http: { host: '127.0.0.1', port: 8080 },
      shards: undefined,
      log: { level: 'info', format: 'json' },
    });
  });

  it('takes a blank variable for one that is not given', () => {
    const blank = Object.fromEntries([...documented.keys()].map((name) => [name, '']));
    expect(readConfig({ ...blank, DISCORD_TOKEN: token }, false)).toEqual(
      readConfig({ DISCORD_TOKEN: token }, false),
    );
  });

  it('reads lists, numbers and addresses', () => {
    const config = readConfig({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'http://127.0.0.1:4600/api/',
      ALLOWED_GUILDS: '100000000000000001, 100000000000000002',
      ATTACHMENT_ORIGINS: 'http://127.0.0.1:4600/attachments/',
      SHARD_COUNT: '4',
      SHARD_IDS: '1,3',
      HTTP_PORT: '0',
    });
    expect(config.apiUrl).toBe('http://127.0.0.1:4600/api');
    expect(config.allowedGuilds).toEqual(new Set(['100000000000000001', '100000000000000002']));
    expect(config.attachmentOrigins).toEqual(['http://127.0.0.1:4600']);
    expect(config.shards).toEqual({ count: 4, ids: [1, 3] });
    expect(config.http.port).toBe(0);
    expect(readConfig({ DISCORD_TOKEN: token, SHARD_COUNT: '3' }).shards).toEqual({
      count: 3,
      ids: [0, 1, 2],
    });
  });

  it('is pretty on a terminal, and JSON otherwise and in production', () => {
    const formatOf = (environment: NodeJS.ProcessEnv, isTerminal: boolean) =>
      readConfig({ DISCORD_TOKEN: token, ...environment }, isTerminal).log.format;
    expect(formatOf({}, true)).toBe('pretty');
    expect(formatOf({}, false)).toBe('json');
    expect(formatOf(production, true)).toBe('json');
    expect(formatOf({ ...production, LOG_FORMAT: 'pretty' }, false)).toBe('pretty');
  });

  it('needs a token', () => {
    expect(problemsOf({ DISCORD_TOKEN: '' })).toEqual([expect.stringMatching(/^DISCORD_TOKEN is missing/)]);
  });

  it('needs a database in production, and no clock of the sandbox', () => {
    expect(problemsOf(production)).toEqual([]);
    expect(problemsOf({ ...production, DATABASE_URL: '' })).toEqual([
      expect.stringMatching(/^DATABASE_URL is missing/),
    ]);
    const NEXUS_CLOCK_URL = 'http://127.0.0.1:4600/clock';
    expect(problemsOf({ NEXUS_CLOCK_URL })).toEqual([]);
    expect(problemsOf({ ...production, NEXUS_CLOCK_URL })).toEqual([
      expect.stringMatching(/^NEXUS_CLOCK_URL .* refused in production/),
    ]);
  });

  it.each([
    ['DISCORD_TOKEN', 'secret-short'],
    ['DISCORD_API_URL', 'ftp://secret.example'],
    ['DATABASE_URL', 'mysql://nexus:secret@database/nexus'],
    ['DATABASE_URL', 'secret without an address'],
    ['ATTACHMENT_ORIGINS', 'https://cdn.discordapp.com,secret'],
    ['ALLOWED_GUILDS', '100000000000000001,secret'],
    ['NEXUS_CLOCK_URL', 'https://secret.example'],
    ['HTTP_PORT', '65536secret'],
    ['HTTP_PORT', '-1'],
    ['HTTP_PORT', '80.5'],
    ['SHARD_COUNT', '0'],
    ['SHARD_IDS', 'secret'],
    ['LOG_LEVEL', 'secret'],
    ['LOG_FORMAT', 'secret'],
  ])('says that %s is wrong, and not what it holds (%s)', (name, value) => {
    const problems = problemsOf({ SHARD_COUNT: '2', [name]: value });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) {
      expect(problem).toMatch(new RegExp(`^${name} should be \\S`));
      expect(problem).not.toContain('secret');
      expect(problem).not.toContain('Invalid');
    }
  });

  it('wants shard ids that exist, and their number', () => {
    expect(problemsOf({ SHARD_IDS: '0' })).toEqual([expect.stringMatching(/^SHARD_COUNT is missing/)]);
    expect(problemsOf({ SHARD_COUNT: '2', SHARD_IDS: '2' })).toEqual([
      'SHARD_IDS should be smaller than SHARD_COUNT',
    ]);
  });

  it('names every problem at once', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      DISCORD_TOKEN: '',
      HTTP_PORT: 'x',
      LOG_LEVEL: 'x',
    });
    expect(problems.map((problem) => problem.split(' ')[0] ?? '').sort()).toEqual([
      'DATABASE_URL',
      'DISCORD_TOKEN',
      'HTTP_PORT',
      'LOG_LEVEL',
    ]);
  });
});
