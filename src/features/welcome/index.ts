/** The public part of the welcome feature. */
export { StartCardService } from './start-card-service.js';
export { startCardAnswer } from './start-card-view.js';
export { WelcomeService } from './welcome-service.js';
export { welcomeView } from './welcome-view.js';
