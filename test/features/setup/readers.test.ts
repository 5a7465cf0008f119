/** Whether everybody can read a channel, by its overwrites for @everyone; a warning for those who choose a private one. */
import { Client, GatewayIntentBits, type Guild, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { expect, it } from 'vitest';
import { Guild as Settings } from '../../../src/entities/guild.js';
import type { DigestStatus } from '../../../src/features/digest/digest-status.js';
import { DiscordInspector } from '../../../src/features/setup/discord-inspector.js';
import { SetupService } from '../../../src/features/setup/setup-service.js';

const guildId = '700000000000000001';
const [open, closed] = ['510000000000000001', '510000000000000002'];
const view = String(PermissionFlagsBits.ViewChannel);

/** A guild of two channels, as the gateway gives it; from the second @everyone is shut out. */
function guildOfTwo(): Client {
  const client = new Client({ intents: [GatewayIntentBits.Guilds] });
  const channel = (id: string, deny: string) => ({
    id,
    type: 0,
    name: id,
    position: 0,
    permission_overwrites: [{ id: guildId, type: OverwriteType.Role, allow: '0', deny }],
  });
  const guilds = client.guilds as unknown as { _add(data: unknown): Guild };
  guilds._add({
    id: guildId,
    name: 'Cohort',
    roles: [{ id: guildId, name: '@everyone', permissions: view, color: 0, position: 0 }],
    channels: [channel(open, '0'), channel(closed, view)],
  });
  return client;
}

it('tells channels of everybody from those of a role', async () => {
  const inspector = new DiscordInspector(guildOfTwo(), []);
  expect(await inspector.isForEveryone(guildId, open)).toBe(true);
  expect(await inspector.isForEveryone(guildId, closed)).toBe(false);
  expect(await inspector.isForEveryone(guildId, '510000000000000003')).toBe(true);
});

it('is said of the channel that was chosen', async () => {
  const inspector = new DiscordInspector(guildOfTwo(), []);
  const settings = Object.assign(new Settings(), { id: guildId });
  const setup = new SetupService(
    { settings: async () => settings, change: async () => settings, forget: () => undefined },
    { schedule: async () => ({}) as DigestStatus },
    {
      missingIn: async () => [],
      existing: async (_guild, ids) => new Set(ids),
      mayPing: async () => true,
      isForEveryone: (...place) => inspector.isForEveryone(...place),
    },
  );
  const actor = { id: '1', isManager: true };
  expect((await setup.change(guildId, { channelId: closed }, actor)).forSome).toBe(closed);
  expect((await setup.change(guildId, { channelId: open }, actor)).forSome).toBeNull();
});
