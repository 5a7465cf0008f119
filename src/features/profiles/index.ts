/** The public part of the profiles feature. */
export { profileAnswer } from './profile-answer.js';
export { filledFromProfile, linksForm, projectForm } from './profile-forms.js';
export { ProfileService } from './profile-service.js';
export { ProfileStore } from './profile-store.js';
