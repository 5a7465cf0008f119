/** What other rooms may use of capture. */
export { captureAnswer, savedAnswer } from './capture-answers.js';
export { captureForm, challengeField } from './capture-form.js';
export type { CaptureType, ChatMessage } from './capture-model.js';
export { CaptureService, captureDraftIn } from './capture-service.js';
export { chatMessageOf } from './chat-message.js';
export { threadView } from './thread-view.js';
