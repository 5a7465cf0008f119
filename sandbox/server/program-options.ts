/** The options of the program: its command line, or `SANDBOX_…` variables. */
import { parseArgs } from 'node:util';
import type { BotDefinition } from './options.js';
import { DEFAULT_BOT } from './options.js';

export interface ProgramOptions {
  port: number;
  bot: BotDefinition;
  worldFile?: string;
  stateFile?: string;
  strict: boolean;
  hasPage: boolean;
  isHelp: boolean;
}

export const HELP = `Starts a Discord on this machine.

  --port <number>       where it listens (4600; 0 picks a free one)
  --token <text>        the bot's token (${DEFAULT_BOT.token})
  --id <digits>         the bot's application id
  --name <text>         the bot's name
  --intents <list>      privileged intents: members,presences,messageContent
  --world <file>        guilds, channels, roles and people, in JSON
  --state <file>        keeps everything between runs
  --strict              ends with an error when the bot used what isn't served
  --no-page             serves the API alone`;

const DEFAULT_PORT = 4_600;
const INTENTS = ['members', 'presences', 'messageContent'] as const;

/** @throws with a sentence for the person who typed them, when they are wrong */
export function programOptions(
  args: string[],
  environment: { [name: string]: string | undefined },
): ProgramOptions {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string' },
      token: { type: 'string' },
      id: { type: 'string' },
      name: { type: 'string' },
      intents: { type: 'string' },
      world: { type: 'string' },
      state: { type: 'string' },
      strict: { type: 'boolean' },
      'no-page': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const port = Number(values.port ?? (environment.SANDBOX_PORT || DEFAULT_PORT));
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('The port is a number from 0 to 65535.');
  const id = values.id ?? environment.SANDBOX_APPLICATION_ID;
  if (id && !/^\d{17,19}$/.test(id)) throw new Error('The application id has 17 to 19 digits.');
  const worldFile = values.world ?? environment.SANDBOX_WORLD;
  const stateFile = values.state ?? environment.SANDBOX_STATE;
  return {
    port,
    bot: {
      token: values.token ?? (environment.SANDBOX_TOKEN || DEFAULT_BOT.token),
      name: values.name ?? (environment.SANDBOX_BOT_NAME || DEFAULT_BOT.name),
      ...(id && { id }),
      privilegedIntents: intentsIn(values.intents ?? environment.SANDBOX_INTENTS ?? ''),
    },
    ...(worldFile && { worldFile }),
    ...(stateFile && { stateFile }),
    strict: values.strict ?? environment.SANDBOX_STRICT === '1',
    hasPage: values['no-page'] !== true,
    isHelp: values.help === true,
  };
}

function intentsIn(list: string): NonNullable<BotDefinition['privilegedIntents']> {
  const names = list.split(',').filter((one) => one.trim() !== '');
  return names.map((one) => {
    const found = INTENTS.find(
      (known) => known.toLowerCase() === one.trim().replaceAll(/[-_]/g, '').toLowerCase(),
    );
    if (!found) throw new Error(`There is no privileged intent ${one.trim()}: ${INTENTS.join(', ')} are.`);
    return found;
  });
}
