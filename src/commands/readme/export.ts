/** `/readme export`: one's own README.md, or another member's of what everyone can see. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { documentWordsFor } from '../../locales/document-words.js';
import { en } from '../../locales/en/index.js';
import { note } from '../../views/blocks.js';
import { filesView } from '../../views/file-view.js';
import { viewsOf } from '../views-of.js';

const words = en.exports.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('export')
    .setDescription(words.readme)
    .addUserOption((option) => option.setName('member').setDescription(words.member)),
  answers: 'ephemeral',
  async run({ options, locale }, { guildId, actor, settings, words, services }) {
    const userId = options.getUser('member')?.id ?? actor.id;
    const isOwn = userId === actor.id;
    const documentWords = documentWordsFor(locale, settings.language);
    const readme = await services.exports.readme(guildId, { userId, viewerId: actor.id }, documentWords);
    const { own, ofMember, longReadme, nothingOwn, nothingOf } = words.exports;
    if (readme === undefined) {
      return { kind: 'message', view: note(isOwn ? nothingOwn : nothingOf(userId)) };
    }
    const line = isOwn ? own : ofMember(userId);
    const views = viewsOf(readme, ({ files, before, isLast }) =>
      filesView(isLast && before + files.length === 1 ? line : `${line} ${longReadme}`, files),
    );
    return { kind: 'messages', views };
  },
} satisfies Subcommand;
