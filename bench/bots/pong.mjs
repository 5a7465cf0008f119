// @ts-check
/** The least a discord.js bot can do: it answers immediately. */
import { Client, GatewayIntentBits } from 'discord.js';

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL },
});
/** @param {import('discord.js').Interaction} interaction */
async function answer(interaction) {
  if (interaction.isAutocomplete()) await interaction.respond([{ name: 'pong', value: 'pong' }]);
  else if (interaction.isChatInputCommand()) await interaction.reply('pong');
}

// A late answer is refused: the driver counts it as failed.
client.on('interactionCreate', (interaction) => void answer(interaction).catch(() => undefined));
client.once('clientReady', () => process.stdout.write('{"msg":"ready"}\n'));
await client.login(process.env.DISCORD_TOKEN);
