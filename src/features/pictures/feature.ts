/** Pictures of entries: taking them, finding them again, and showing them. */
import type { Core } from '../../core.js';
import { Attachments } from '../../discord/attachments.js';
import { defineFeature } from '../../discord/feature.js';
import { pictureBounds } from '../../entities/picture.js';
import type { DraftService } from '../drafts/index.js';
import { DiscordPictures } from './discord-pictures.js';
import { PictureService } from './picture-service.js';
import { PictureStore } from './picture-store.js';

interface Needs extends Core {
  drafts: DraftService;
}

export default defineFeature({
  name: 'pictures',
  hooks: { upkeep: ({ pictures }) => pictures.forgetKept() },
  services({ client, clock, config, dataSource, drafts }: Needs) {
    const store = new PictureStore(dataSource);
    const attachments = new Attachments(config.attachmentOrigins, { limitBytes: pictureBounds.bytes });
    const source = new DiscordPictures(client.rest, attachments);
    return { pictures: new PictureService({ store, source, drafts, clock }) };
  },
});
