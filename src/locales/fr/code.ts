/** French copy about code in messages, tidied. */
import type { Catalogue } from '../catalogue-type.js';
import { phrase } from './typography.js';

export const code: Catalogue['code'] = {
  menu: 'Format as code',
  private: (authorId, link) =>
    phrase`Le code d’[un message](${link}) de <@${authorId}>. Toi seul vois cette réponse.`,
  posted: (authorId, link) => phrase`Code de <@${authorId}>, tiré d’[un message](${link})`,
  removed: '-# Le code qui était ici est supprimé.',
};
