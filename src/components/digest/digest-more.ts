/** `The whole week` below a digest, and `Previous` and `Next` in it: everything of its period, for one reader. */
import type { ButtonInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { type DigestService, digestWeekView } from '../../features/digest/index.js';
import { routes } from '../routes.js';

const opening = defineComponent({
  route: routes.digestMore,
  answers: 'ephemeral',
  async run(
    _interaction: ButtonInteraction,
    { periodEnd },
    { guildId, words, services }: Context<{ digests: Pick<DigestService, 'week'> }>,
  ) {
    const week = await services.digests.week(guildId, periodEnd, 0);
    return { kind: 'message', view: digestWeekView(words, week) };
  },
});

const turning = defineComponent({
  route: routes.digestPage,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { periodEnd, page },
    { guildId, words, services }: Context<{ digests: Pick<DigestService, 'week'> }>,
  ) {
    const week = await services.digests.week(guildId, periodEnd, page);
    return { kind: 'message', view: digestWeekView(words, week) };
  },
});

export default [opening, turning] as const satisfies readonly Component[];
