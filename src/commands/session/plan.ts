/** `/session plan`: shows how the time was understood, and posts nothing before the member confirms it. */
import { SlashCommandSubcommandBuilder } from 'discord.js';
import type { Subcommand } from '../../discord/define.js';
import { sessionBounds } from '../../entities/session.js';
import type { DraftService } from '../../features/drafts/index.js';
import { confirmView, planFields, type SessionService } from '../../features/sessions/index.js';
import { en } from '../../locales/en/index.js';
import { inZone } from '../../platform/wall-clock.js';

const words = en.sessions.commands;

export default {
  data: new SlashCommandSubcommandBuilder()
    .setName('plan')
    .setDescription(words.plan)
    .addStringOption((option) =>
      option.setName('topic').setDescription(words.topic).setRequired(true).setMaxLength(sessionBounds.topic),
    )
    .addStringOption((option) =>
      option.setName('when').setDescription(words.when).setRequired(true).setMaxLength(100),
    )
    .addStringOption((option) => option.setName('length').setDescription(words.length).setMaxLength(50))
    .addStringOption((option) =>
      option.setName('place').setDescription(words.place).setMaxLength(sessionBounds.place),
    ),
  answers: 'ephemeral',
  typed: ({ options }) => ({
    fields: {
      topic: options.getString('topic') ?? '',
      when: options.getString('when') ?? '',
      place: options.getString('place') ?? '',
    },
  }),
  async run({ options }, { guildId, actor, settings, words: copy, services }) {
    const { timezone } = settings;
    const plan = await services.sessions.understand(
      guildId,
      actor,
      {
        topic: options.getString('topic', true),
        when: options.getString('when', true),
        length: options.getString('length'),
        place: options.getString('place'),
      },
      timezone,
    );
    const draft = await services.drafts.keep(guildId, actor.id, 'session', planFields(plan));
    const clock = inZone(plan.startsAt, timezone).toLocaleString(settings.language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return { kind: 'message', view: confirmView(copy, plan, { draft, clock, zone: timezone }) };
  },
} satisfies Subcommand<{
  sessions: Pick<SessionService, 'understand'>;
  drafts: Pick<DraftService, 'keep'>;
}>;
