/** Finding: `/search` and the pages of lists. Apart from search, since it stores drafts, and drafts need entries. */
import search from '../../commands/search.js';
import listing from '../../components/search/listing.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { DraftService } from '../drafts/index.js';
import type { PictureService } from '../pictures/index.js';
import type { SearchService } from '../search/index.js';

interface Needs extends Core {
  drafts: DraftService;
  pictures: PictureService;
  search: SearchService;
}

export default defineFeature({
  name: 'finding',
  commands: [search],
  components: [listing],
  services: (_needs: Needs) => ({}),
});
