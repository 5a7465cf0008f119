/** What other rooms may use of projects. */
export { boardAnswer, projectAnswer } from './project-answers.js';
export { ProjectCards } from './project-cards.js';
export {
  addressesForm,
  filledFromProfile,
  filledFromProject,
  projectReportForm,
  publishForm,
} from './project-forms.js';
export type { TypedAddresses, TypedProject } from './project-model.js';
export { ProjectService } from './project-service.js';
