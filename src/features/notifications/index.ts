/** The public part of the notifications feature. */
export {
  type Mentions,
  type News,
  type NewsEvent,
  type NewsPayload,
  newsTopicNames,
} from './news-model.js';
export { newEntryNews, oweAccepted, oweHelped, owePublished } from './news-statement.js';
export { leaveNotice } from './notice-topic.js';
export { WaitingMembers } from './waiting-members.js';
