/** The public part of the secrets feature. */
export {
  refuseSecret,
  requireNoSecret,
  secretInFile,
  secretInTexts,
  type Texts,
} from './require-no-secret.js';
export { type FoundSecret, holdsSecret, withoutSecrets } from './secrets.js';
