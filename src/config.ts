/** The environment, read once and checked; an error names the variable and what it should be, never its value. */
import { z } from 'zod';
import { DatabaseAddressError, readDatabaseAddress } from './platform/database-address.js';

/** An empty variable counts as not given, as in a `.env` file with a blank after the `=`. */
const given = (value: unknown) => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(given, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: string | number) =>
  z.preprocess((input) => given(input) ?? value, schema);

const snowflake = z.string().regex(/^\d{17,20}$/, 'a comma-separated list of Discord ids (17 to 20 digits)');
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''));
const address = (protocols: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );
const databaseAddress = z.string().superRefine((text, context) => {
  try {
    readDatabaseAddress(text);
  } catch (error) {
    if (!(error instanceof DatabaseAddressError)) throw error;
    context.addIssue({ code: 'custom', message: error.message, params: { isSentence: true } });
  }
});
const count = (least: number, most: number) =>
  z.coerce
    .number(`a whole number from ${least} to ${most}`)
    .int(`a whole number from ${least} to ${most}`)
    .min(least, `a whole number from ${least} to ${most}`)
    .max(most, `a whole number from ${least} to ${most}`);

const shardList = 'a comma-separated list of shard numbers, such as 0,1';

const schema = z.object({
  NODE_ENV: optional(z.string()),
  DISCORD_TOKEN: optional(z.string().min(20, 'the token of the bot, from the Bot page of its application')),
  DISCORD_API_URL: optional(address(['http:', 'https:'])),
  DATABASE_URL: optional(databaseAddress),
  DATABASE_OWNER_URL: optional(databaseAddress),
  ATTACHMENT_ORIGINS: withDefault(
    list.pipe(z.array(address(['http:', 'https:']).transform((text) => new URL(text).origin))),
    'https://cdn.discordapp.com,https://media.discordapp.net',
  ),
  ALLOWED_GUILDS: optional(list.pipe(z.array(snowflake))),
  NEXUS_CLOCK_URL: optional(address(['http:'])),
  NEXUS_DATA_DIR: withDefault(z.string(), '.nexus'),
  HTTP_HOST: withDefault(z.string(), '127.0.0.1'),
  HTTP_PORT: withDefault(count(0, 65_535), 8080),
  SHARD_COUNT: optional(
    z.union([z.literal('auto'), count(1, 100_000)], "'auto' or a whole number from 1 to 100000"),
  ),
  SHARD_IDS: optional(
    list.pipe(
      z
        .array(
          z
            .string()
            .regex(/^\d{1,5}$/, shardList)
            .transform(Number),
          shardList,
        )
        .min(1, shardList),
    ),
  ),
  LOG_LEVEL: withDefault(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'one of fatal, error, warn, info, debug, trace, silent',
    ),
    'info',
  ),
  LOG_FORMAT: optional(z.enum(['pretty', 'json'], 'pretty or json')),
});

export interface Shards {
  count: number;
  ids: readonly number[];
}

export interface Config {
  production: boolean;
  token: string;
  apiUrl: string | undefined;
  /** Undefined: the embedded Postgres is used. */
  databaseUrl: string | undefined;
  /** Who owns the tables and migrates them; undefined: the user of `databaseUrl`. */
  databaseOwnerUrl: string | undefined;
  attachmentOrigins: readonly string[];
  /** Undefined: every guild is served. */
  allowedGuilds: ReadonlySet<string> | undefined;
  clockUrl: string | undefined;
  dataDirectory: string;
  http: { host: string; port: number };
  /** `auto`: as many as Discord recommends, all in this process. */
  shards: Shards | 'auto' | undefined;
  log: { level: string; format: 'pretty' | 'json' };
}

/** Something in the environment is missing or wrong; the message says which variables and how to fix them. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration needs a change:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError with every problem at once */
export function readConfig(
  environment: NodeJS.ProcessEnv,
  isTerminal = process.stdout.isTTY === true,
): Config {
  const result = schema.safeParse(environment);
  const problems = result.success
    ? []
    : result.error.issues.map((issue) =>
        issue.code === 'custom' && issue.params?.['isSentence']
          ? `${String(issue.path[0])} ${issue.message}`
          : `${String(issue.path[0])} should be ${issue.message}`,
      );
  const values: Partial<z.output<typeof schema>> = result.data ?? {};
  const production = environment['NODE_ENV'] === 'production';
  const missing = (name: string) => !given(environment[name]);
  if (missing('DISCORD_TOKEN')) {
    problems.push('DISCORD_TOKEN is missing: the token of the bot, from the Bot page of its application');
  }
  if (production && missing('DATABASE_URL')) {
    problems.push(
      'DATABASE_URL is missing: in production an address like postgres://user@host/database is required',
    );
  }
  if (production && !missing('NEXUS_CLOCK_URL')) {
    problems.push('NEXUS_CLOCK_URL is for the sandbox only and is refused in production');
  }
  if (!missing('SHARD_IDS') && values.SHARD_COUNT === 'auto') {
    problems.push('SHARD_IDS needs a number in SHARD_COUNT: with auto one process runs all shards');
  }
  if (!missing('SHARD_IDS') && missing('SHARD_COUNT')) {
    problems.push('SHARD_COUNT is missing: SHARD_IDS needs to know how many shards there are in all');
  }
  const shardCount = typeof values.SHARD_COUNT === 'number' ? values.SHARD_COUNT : undefined;
  const outside = values.SHARD_IDS?.some((id) => id >= (shardCount ?? Infinity));
  if (outside) problems.push('SHARD_IDS should be smaller than SHARD_COUNT');
  if (new Set(values.SHARD_IDS).size !== (values.SHARD_IDS?.length ?? 0)) {
    problems.push('SHARD_IDS names a shard twice');
  }
  if (problems.length > 0 || !result.success) throw new ConfigError(problems);
  return {
    production,
    token: result.data.DISCORD_TOKEN ?? '',
    apiUrl: result.data.DISCORD_API_URL?.replace(/\/+$/, ''),
    databaseUrl: result.data.DATABASE_URL,
    databaseOwnerUrl: result.data.DATABASE_OWNER_URL,
    attachmentOrigins: result.data.ATTACHMENT_ORIGINS,
    allowedGuilds: result.data.ALLOWED_GUILDS && new Set(result.data.ALLOWED_GUILDS),
    clockUrl: result.data.NEXUS_CLOCK_URL,
    dataDirectory: result.data.NEXUS_DATA_DIR,
    http: { host: result.data.HTTP_HOST, port: result.data.HTTP_PORT },
    shards: shardsOf(result.data.SHARD_COUNT, result.data.SHARD_IDS),
    log: {
      level: result.data.LOG_LEVEL,
      format: result.data.LOG_FORMAT ?? (isTerminal && !production ? 'pretty' : 'json'),
    },
  };
}

function shardsOf(count: number | 'auto' | undefined, ids: readonly number[] | undefined): Config['shards'] {
  if (typeof count !== 'number') return count;
  return { count, ids: ids ?? Array.from({ length: count }, (_, id) => id) };
}
