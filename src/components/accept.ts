/** `Accept` on a solution's card, and what `/challenge accept` does: the pair is made, and both cards show it. */
import type { ButtonInteraction } from 'discord.js';
import { type Context, defineComponent, type Outcome } from '../discord/define.js';
import { formerMember } from '../entities/member.js';
import { note } from '../views/blocks.js';
import { routes } from './routes.js';

export async function acceptSolution(
  number: number,
  { guildId, actor, words, services }: Context,
): Promise<Outcome> {
  const solution = await services.challenges.accept(guildId, number, actor);
  const challenge = solution.challengeNumber ?? 0;
  const { accepted, acceptedOfFormer } = words.entries;
  const { authorId } = solution;
  return {
    kind: 'message',
    view: {
      ...note(authorId === formerMember ? acceptedOfFormer(challenge) : accepted(challenge, authorId)),
      mentions: authorId === actor.id ? [] : [authorId],
    },
    refresh: [challenge, number],
  };
}

export default defineComponent({
  route: routes.accept,
  answers: 'public',
  run: (_interaction: ButtonInteraction, { number }, context) => acceptSolution(number, context),
});
