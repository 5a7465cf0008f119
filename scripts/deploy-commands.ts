/** `npm run commands:deploy`: registers the commands with Discord if they differ, without starting the bot. */
import 'dotenv/config';
import { REST } from '@discordjs/rest';
import { type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { ConfigError, readConfig } from '../src/config.js';
import { registerCommands } from '../src/discord/register.js';
import { features } from '../src/features.js';
import { createLogger, plainError } from '../src/platform/logging.js';

try {
  const { token, apiUrl, log: logOptions } = readConfig(process.env);
  const log = createLogger(logOptions);
  const rest = new REST({ version: '10', ...(apiUrl && { api: apiUrl }) }).setToken(token);
  const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const result = await registerCommands({ rest, applicationId: id, commands: features.commands, log });
  log.info({ result, count: features.commands.length }, 'commands deployed');
} catch (error) {
  const said = error instanceof ConfigError ? error.message : String(plainError(error)['message']);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
