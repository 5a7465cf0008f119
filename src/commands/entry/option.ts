/** The one option that all subcommands of `/entry` have. */
import type { SlashCommandStringOption } from 'discord.js';
import { en } from '../../locales/en/index.js';

export const entryOption = (option: SlashCommandStringOption) =>
  option.setName('entry').setDescription(en.commands.entry.entry).setRequired(true).setAutocomplete(true);
