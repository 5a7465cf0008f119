/** What searching and listing come to: a page, or, where nothing was found, what to do about it. */
import type { Context, Outcome } from '../../discord/define.js';
import { entryBounds } from '../../entities/entry.js';
import { cleanLine, cut } from '../../platform/text.js';
import type { DraftService } from '../drafts/index.js';
import { type PictureService, thumbnailsOf } from '../pictures/index.js';
import type { Listed, SearchCriteria } from './search-model.js';
import type { SearchService } from './search-service.js';
import { type EmptyDrafts, searchView } from './search-view.js';

export interface Searching {
  drafts: Pick<DraftService, 'keep'>;
  pictures: Pick<PictureService, 'shown'>;
  search: Pick<SearchService, 'open'>;
}

/** Runs a search; one without results offers to post a challenge or share a learning. */
export async function searchAnswer(
  criteria: SearchCriteria,
  { guildId, actor, words, services }: Context<Searching>,
): Promise<Outcome> {
  const listed = await services.search.open(guildId, actor.id, criteria);
  const drafts = await draftsFor(listed, (form, fields) =>
    services.drafts.keep(guildId, actor.id, form, fields),
  );
  const thumbnails = await thumbnailsOf(guildId, listed.page.results, services.pictures);
  const options = { drafts, showsSynonyms: actor.isModerator, thumbnails };
  return { kind: 'message', view: searchView(words, guildId, listed, options) };
}

async function draftsFor(
  { criteria, page }: Listed,
  keep: (form: string, fields: Record<string, string>) => Promise<string>,
): Promise<EmptyDrafts | undefined> {
  const title = cut(cleanLine(criteria.query ?? ''), entryBounds.title);
  if (page.results.length > 0 || title === '') return undefined;
  const fields = { title, tags: criteria.tag ?? '' };
  const [ask, share] = await Promise.all([keep('challenge', fields), keep('share', fields)]);
  return { ask, share };
}
