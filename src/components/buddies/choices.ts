/** What a member chooses of study buddies on their own view, which then shows the choice. */
import type { ButtonInteraction, StringSelectMenuInteraction, UserSelectMenuInteraction } from 'discord.js';
import { type Component, type Context, defineComponent } from '../../discord/define.js';
import { hoursChoices } from '../../entities/buddies.js';
import { type BuddiesService, statusAnswer } from '../../features/buddies/index.js';
import { displayNameOf } from '../../platform/display-name.js';
import { routes } from '../routes.js';

type With<Methods extends keyof BuddiesService> = Context<{
  buddies: Pick<BuddiesService, Methods | 'status'>;
}>;

export default [
  defineComponent({
    route: routes.buddiesPart,
    answers: 'update',
    async run(_interaction: ButtonInteraction, { step }, context: With<'join' | 'leave' | 'skip'>) {
      const { guildId, actor, words, services } = context;
      const say = words.buddies.status;
      switch (step) {
        case 'join':
          return statusAnswer(
            context,
            (await services.buddies.join(guildId, actor)) ? say.joined : say.joinedBefore,
          );
        case 'leave':
          return statusAnswer(
            context,
            (await services.buddies.leave(guildId, actor.id)) ? say.left : say.leftBefore,
          );
        default:
          await services.buddies.skip(guildId, actor.id, step === 'skip');
          return statusAnswer(context);
      }
    },
  }),
  defineComponent({
    route: routes.buddiesHours,
    answers: 'update',
    async run({ values: [chosen] }: StringSelectMenuInteraction, _params, context: With<'chooseHours'>) {
      const { guildId, actor, services } = context;
      const hours = hoursChoices.find((choice) => choice === chosen) ?? null;
      await services.buddies.chooseHours(guildId, actor.id, hours);
      return statusAnswer(context);
    },
  }),
  defineComponent({
    route: routes.buddiesNamed,
    answers: 'update',
    async run(_interaction: ButtonInteraction, { state }, context: With<'nameInDigest'>) {
      const { guildId, actor, services } = context;
      await services.buddies.nameInDigest(guildId, actor.id, state === 'on');
      return statusAnswer(context);
    },
  }),
  defineComponent({
    route: routes.buddiesNever,
    answers: 'update',
    async run({ users, members }: UserSelectMenuInteraction, _params, context: With<'neverWith'>) {
      const { guildId, actor, services } = context;
      const blocked = users.map((user) => ({
        id: user.id,
        displayName: displayNameOf(user, members.get(user.id) ?? null),
      }));
      await services.buddies.neverWith(guildId, actor, blocked);
      return statusAnswer(context);
    },
  }),
] satisfies readonly Component[];
