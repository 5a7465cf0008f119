/** Registering commands with a stand-in for Discord: once, and again only if something changed. */
import { REST } from '@discordjs/rest';
import { SlashCommandBuilder } from 'discord.js';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/server/index.js';
import { adminCommand } from '../../src/commands/admin.js';
import help from '../../src/commands/help.js';
import { definitionsOf, type Registrable, registerCommands } from '../../src/discord/register.js';
import { commandIdsOf } from '../../src/platform/command-ids.js';

const admin = adminCommand([]);

const token = 'token-for-registration';
const applicationId = '1200000000000000001';
const otherToken = 'token-of-another-bot';
const otherId = '1200000000000000002';

let sandbox: RunningSandbox;
let rest: REST;
beforeAll(async () => {
  sandbox = await startSandbox({
    bots: [
      { token, id: applicationId },
      { token: otherToken, id: otherId, name: 'Other' },
    ],
    rateLimits: false,
  });
  rest = new REST({ api: sandbox.apiUrl }).setToken(token);
});
afterAll(() => sandbox.close());

const register = (...commands: Registrable[]) =>
  registerCommands({ rest, applicationId, commands, log: pino({ level: 'silent' }) });
const writes = async () =>
  (await sandbox.client.journal({ kind: 'request' }))
    .filter(({ method }) => method !== 'GET')
    .map(({ method }) => method);

beforeEach(async () => {
  await rest.put(`/applications/${applicationId}/commands`, { body: [] });
  await sandbox.client.clearJournal();
});

describe('registerCommands', () => {
  it('registers missing commands in one request, and nothing the next time', async () => {
    expect(await register(admin, help)).toBe('changed');
    expect(await writes()).toEqual(['PUT']);
    expect(await register(help, admin)).toBe('unchanged');
    expect(await writes()).toEqual(['PUT']);
  });

  it('asks for translations, without which every start would look like a change', async () => {
    const keep = {
      data: new SlashCommandBuilder()
        .setName('keep')
        .setDescription('Keep')
        .setNameLocalization('fr', 'garder'),
    };
    const asked: (string | undefined)[] = [];
    const listening = {
      get: (route: `/${string}`, options?: { query?: URLSearchParams }) => {
        asked.push(options?.query?.toString());
        return rest.get(route, options);
      },
      put: rest.put.bind(rest),
    };
    const log = pino({ level: 'silent' });
    const again = () => registerCommands({ rest: listening, applicationId, commands: [keep], log });
    expect([await again(), await again()]).toEqual(['changed', 'unchanged']);
    expect(asked).toEqual(['with_localizations=true', 'with_localizations=true']);
  });

  it('replaces what differs and removes what no longer exists', async () => {
    await register(admin, help);
    const renamed = { data: new SlashCommandBuilder().setName('help').setDescription('Other words') };
    expect(await register(renamed)).toBe('changed');
    const registered = (await rest.get(`/applications/${applicationId}/commands`)) as { name: string }[];
    expect(registered.map(({ name }) => name)).toEqual(['help']);
  });

  it('remembers the ids, also of commands that it found registered', async () => {
    await register(help);
    expect(commandIdsOf(applicationId).get('help')).toMatch(/^\d{17,20}$/);

    const another = new REST({ api: sandbox.apiUrl }).setToken(otherToken);
    const body = definitionsOf([help]);
    const [found] = (await another.put(`/applications/${otherId}/commands`, { body })) as { id: string }[];
    expect(commandIdsOf(otherId).size).toBe(0);
    const log = pino({ level: 'silent' });
    const result = await registerCommands({ rest: another, applicationId: otherId, commands: [help], log });
    expect(result).toBe('unchanged');
    expect(commandIdsOf(otherId).get('help')).toBe(found?.id);
  });
});
