/** The public part of the entries feature. */
export { announcement } from './announcement.js';
export { openThread, showCard } from './card-delivery.js';
export { CardService } from './card-service.js';
export { CardStore, recordCard } from './card-store.js';
export { Cards } from './cards.js';
export { altField, describeForm } from './describe-form.js';
export { filledFrom, textsOf, typedEntryOf } from './draft-fields.js';
export { messageOwed, queueChanged, staleCards } from './effects.js';
export { removeEntry, restoreEntry } from './entry-answers.js';
export { entryCard, titleOf } from './entry-card.js';
export { type DetailsRow, detailsOf, detailsQuery } from './entry-details-query.js';
export { challengeForm, editForm, type Filled, shareForm, solveForm } from './entry-forms.js';
export type { EntryDetails } from './entry-model.js';
export {
  type Beside,
  EntryService,
  isRemoved,
  restorableSince,
  type Saved,
  type TypedEntry,
} from './entry-service.js';
export { lockedCards, markCardsStale } from './entry-store.js';
export { entryInFull, moreView } from './entry-view.js';
export { historyView } from './history-view.js';
export { holdsEntries } from './insert-statements.js';
export { keptAnswer } from './kept-answer.js';
export { linkedMessage } from './linked-message.js';
export { NumberStore } from './number-store.js';
export { raiseNumbersAfterRestore } from './numbers-after-restore.js';
export {
  changePictures,
  heldPicture,
  pictureOfForm,
  pictureOption,
  type Taken,
} from './picture-answers.js';
export { helpfulAWeek, points } from './points-model.js';
export { openReview, settleItem, withdrawItems } from './queue-item-statement.js';
export { shareLearning } from './share-answers.js';
export { solutionsView } from './solutions-view.js';
export { TagService } from './tag-service.js';
export { tagView } from './tag-view.js';
export { VoteService } from './vote-service.js';
