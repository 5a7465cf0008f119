// @ts-check
/** The least a discord.js bot with a database can do: one raw statement, and an answer. */
import { Client, GatewayIntentBits } from 'discord.js';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: process.env.DISCORD_API_URL },
});

/** @param {import('discord.js').Interaction} interaction */
async function answer(interaction) {
  const { guildId } = interaction;
  if (interaction.isAutocomplete()) {
    const words = interaction.options.getFocused().match(/[a-z0-9]+/gi) ?? [];
    const { rows } = await pool.query(
      `SELECT number, title FROM raw_entries
        WHERE guild_id = $1 AND search @@ to_tsquery('english', $2) ORDER BY number DESC LIMIT 25`,
      [guildId, words.map((word) => `${word}:*A`).join(' & ')],
    );
    await interaction.respond(
      rows.map(({ number, title }) => ({ name: `#${number} ${title}`.slice(0, 100), value: String(number) })),
    );
    return;
  }
  if (!interaction.isChatInputCommand()) return;
  const { commandName, options, user } = interaction;
  if (commandName === 'share') {
    const { rows } = await pool.query(
      `INSERT INTO raw_entries (guild_id, author_id, kind, title, body, tags) VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING number`,
      [
        guildId,
        user.id,
        options.getString('kind'),
        options.getString('title'),
        options.getString('body'),
        options.getString('tags')?.split(' '),
      ],
    );
    await interaction.reply(`#${rows[0].number} ${options.getString('title')}\n${options.getString('body')}`);
  } else if (commandName === 'search') {
    const { rows } = await pool.query(
      `SELECT number, title FROM raw_entries, websearch_to_tsquery('english', $2) query
        WHERE guild_id = $1 AND search @@ query ORDER BY ts_rank(search, query) DESC LIMIT 10`,
      [guildId, options.getString('query')],
    );
    await interaction.reply(rows.map(({ number, title }) => `#${number} ${title}`).join('\n') || 'nothing');
  } else if (commandName === 'leaderboard') {
    const { rows } = await pool.query(
      'SELECT user_id, points FROM raw_points WHERE guild_id = $1 ORDER BY points DESC LIMIT 10',
      [guildId],
    );
    await interaction.reply(
      rows.map(({ user_id: id, points }) => `<@${id}> ${points}`).join('\n') || 'nobody',
    );
  } else {
    const { rows } = await pool.query(
      'SELECT number, title, body, tags FROM raw_entries WHERE guild_id = $1 AND number = $2',
      [guildId, options.getString('entry')?.replace('#', '')],
    );
    await interaction.reply(`#${rows[0].number} ${rows[0].title}\n${rows[0].body}`.slice(0, 2000));
  }
}

// A late answer is refused: the driver counts it as failed.
client.on('interactionCreate', (interaction) => void answer(interaction).catch(() => undefined));
client.once('clientReady', () => process.stdout.write('{"msg":"ready"}\n'));
await client.login(process.env.DISCORD_TOKEN);
