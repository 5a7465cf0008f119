/** What the menus of a message answer: the form of what is saved, and after it the entry's card. */
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { Context, Outcome } from '../../discord/define.js';
import {
  announcement,
  type EntryDetails,
  entryCard,
  keptAnswer,
  messageOwed,
  type Taken,
} from '../entries/index.js';
import type { Mentions } from '../notifications/index.js';
import { justTaken } from '../pictures/index.js';
import { captureForm } from './capture-form.js';
import type { CaptureType } from './capture-model.js';
import type { CaptureService } from './capture-service.js';
import { chatMessageOf } from './chat-message.js';

/** The form of the message whose menu it is. */
export async function captureAnswer(
  as: CaptureType,
  interaction: MessageContextMenuCommandInteraction,
  { guildId, actor, words, services }: Context<{ captures: Pick<CaptureService, 'propose'> }>,
): Promise<Outcome> {
  const message = chatMessageOf(interaction.targetMessage);
  const proposal = await services.captures.propose(guildId, actor, as, [message]);
  const { title, body, tags, link, challenges } = proposal;
  // The challenge that the conversation is about comes first.
  const challenge = challenges[0]?.isAsked ? String(challenges[0].number) : undefined;
  const form = captureForm(words, as, proposal, { title, body, tags, link, challenge });
  return { kind: 'form', form };
}

/** The card; a solution's asker is mentioned, unless they saved it themselves. Its author is told right away. */
export async function savedAnswer(
  context: Pick<Context, 'cohortWords' | 'words'>,
  entry: EntryDetails,
  follows: Mentions,
  pictures: Taken,
): Promise<Outcome> {
  const isAskers = entry.challenge?.authorId === entry.source?.savedBy;
  const shown = justTaken(pictures.taken);
  const view = isAskers
    ? entryCard(context.cohortWords, entry, shown)
    : await announcement(context.cohortWords, entry, follows, shown);
  const stale = entry.challengeNumber === null ? [] : [entry.challengeNumber];
  const outcome = keptAnswer(context, entry, { view, stale, pictures });
  return outcome.kind === 'message' || outcome.kind === 'delivery'
    ? { ...outcome, effects: [...(outcome.effects ?? []), messageOwed()] }
    : outcome;
}
