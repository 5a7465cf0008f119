/** The public part of the pictures feature. */
export { offeredIn, pictureText } from './offered-pictures.js';
export {
  type FoundAttachment,
  noPictures,
  type OfferedPicture,
  type ShownPictures,
  type TakenPicture,
} from './picture-model.js';
export { PictureService } from './picture-service.js';
export { forgetKept, insertPictures, picturesOfEntry, picturesValue } from './picture-statement.js';
export { pictureFiles, pictureParts } from './pictures-view.js';
export { justTaken, onMessage } from './shown-pictures.js';
export { type Thumbnail, thumbnailsOf } from './thumbnails.js';
