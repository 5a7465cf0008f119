/** Pictures in commands and forms: what was attached, and the word to its author about it afterwards. */
import type { ChatInputCommandInteraction } from 'discord.js';
import { routes } from '../../components/routes.js';
import type { Context, Outcome } from '../../discord/define.js';
import { sentenceOf } from '../../discord/fail.js';
import { button, note } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import { defineEffect } from '../../discord/outcome.js';
import { type Catalogue } from '../../locales/catalogue.js';
import type { UserError } from '../../platform/user-error.js';
import type { OfferedPicture, PictureService, TakenPicture } from '../pictures/index.js';
import { staleCards } from './effects.js';
import type { EntryService } from './entry-service.js';

/** Told to the author alone once the entry is stored: why it has no picture, or that it has no description yet. */
export const pictureNews = defineEffect<{ number: number; problem?: UserError | undefined }>('picture news');

/** Pictures that go with an entry, and why one of them doesn't. */
export interface Taken {
  taken: readonly TakenPicture[];
  problem?: UserError;
}

/** What the options `picture` and `picture-description` hold. */
export function pictureOption({ options }: ChatInputCommandInteraction): OfferedPicture[] {
  const attachment = options.getAttachment('picture');
  if (!attachment) return [];
  const { name, url, size, contentType } = attachment;
  return [{ name, url, size, contentType, alt: options.getString('picture-description') ?? '' }];
}

/**
 * Checks a picture before its form opens, and keeps it until the form comes back; gives the draft it is in.
 * @throws UserError as `PictureService.take`
 */
export async function heldPicture(
  offered: readonly OfferedPicture[],
  { guildId, actor, services }: Context<{ pictures: Pick<PictureService, 'keep' | 'take'> }>,
): Promise<string | undefined> {
  const [first] = offered;
  if (!first) return undefined;
  await services.pictures.take([first]);
  return services.pictures.keep(guildId, actor.id, first);
}

/** What a form's picture has become: the text goes on without one that is gone. */
export async function pictureOfForm(
  draftId: string | undefined,
  { guildId, actor, services }: Context<{ pictures: Pick<PictureService, 'offered' | 'takeWhatGoes'> }>,
): Promise<Taken & { offered: readonly OfferedPicture[] }> {
  if (draftId === undefined) return { taken: [], offered: [] };
  const offered = await services.pictures.offered(guildId, actor.id, draftId);
  return { ...(await services.pictures.takeWhatGoes(offered)), offered };
}

/**
 * The answer to an edit of an entry's pictures: `offered` comes after those there, or in place of them.
 * @throws UserError as `PictureService.take` and `EntryService.changePictures`
 */
export async function changePictures(
  number: number,
  { keeps, offered }: { keeps: boolean; offered: readonly OfferedPicture[] },
  context: Context<{
    entries: Pick<EntryService, 'changePictures' | 'requireEditable'>;
    pictures: Pick<PictureService, 'take'>;
  }>,
): Promise<Outcome> {
  const { guildId, actor, words, services } = context;
  // Nothing is downloaded for somebody whose entry it isn't.
  await services.entries.requireEditable(guildId, number, actor, {});
  const added = await services.pictures.take(offered);
  const done = await services.entries.changePictures(guildId, number, actor, { keeps, added });
  const isDescribed = added.every(({ alt }) => alt !== null);
  return {
    kind: 'message',
    view: note(words.pictures.changed(number, done)),
    effects: [staleCards([number]), ...(isDescribed ? [] : [pictureNews({ number })])],
  };
}

/** The word about a picture. */
export function pictureNewsView(
  words: Catalogue,
  { number, problem }: { number: number; problem?: UserError | undefined },
): MessageView {
  const { pictures } = words;
  if (problem) return note(pictures.left(number, sentenceOf(words, problem)));
  const describe = button(routes.describePicture.id({ number }), pictures.describe, { style: 'primary' });
  return note(pictures.ask(number), describe);
}
