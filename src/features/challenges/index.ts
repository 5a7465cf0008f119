/** The public part of the challenges feature. */
export {
  type Accepting,
  acceptSolution,
  named,
  offerSolution,
  proposeChallenge,
  type Reopening,
  reopenChallenge,
  type Solving,
} from './challenge-answers.js';
export { ChallengeService } from './challenge-service.js';
export { isUniqueViolation } from './challenge-store.js';
export type { DraftText, SimilarChallenge } from './similar-model.js';
export { similarChallenges } from './similar-statement.js';
