/** What other features may use of languages. */
export type { LanguageService } from './language-service.js';
