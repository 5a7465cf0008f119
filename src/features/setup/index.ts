/** The public part of the setup feature. */
export { DoctorService } from './doctor-service.js';
export { doctorView } from './doctor-view.js';
export { limitChoices } from './safety-panel.js';
export { settingsView } from './settings-view.js';
export {
  choose,
  chooseForDigest,
  chooseForSafety,
  digestPanelAnswer,
  panelAnswer,
  safetyPanelAnswer,
} from './setup-answers.js';
export { setupDoneView } from './setup-done-view.js';
export { channelTypes, timezoneField, timezoneForm } from './setup-panel.js';
export { type SetupChanges, SetupService } from './setup-service.js';
