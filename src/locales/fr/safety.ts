/** French copy of the Safety page of `/admin setup`: whose entries are reviewed first, limits and invitations. */
import type { Catalogue } from '../catalogue-type.js';
import { plural } from './plural.js';

const windows = { hour: 'par heure', day: 'par jour' };

export const safety: Catalogue['safety'] = {
  panel: {
    open: 'Sécurité',
    title: '### Régler la sécurité',
    back: 'Retour',
    review: '**Les entrées de qui la modération relit-elle avant que d’autres les voient ?**',
    reviewPlaceholder: 'Choisis les entrées à relire d’abord',
    reviewModes: {
      off: {
        label: 'De personne',
        hint: 'Les entrées paraissent tout de suite, et les membres peuvent les signaler',
      },
      new: { label: 'Des nouveaux membres', hint: 'Jusqu’à ce qu’ils aient assez d’entrées publiées' },
      all: { label: 'De tout le monde', hint: 'Sauf de la modération' },
    },
    below: '**Combien de temps est-on nouveau membre ?**',
    belowPlaceholder: 'Choisis combien d’entrées il faut',
    belowOption: (count) => `Jusqu’à ${plural(count, 'entrée publiée', 'entrées publiées')}`,
    limits: '**Combien un membre peut-il contribuer ?** La modération n’a pas de limite.',
    limitPlaceholder: 'Choisis un maximum',
    limitOption: (count, window) => `${count} au plus ${windows[window]}`,
    invitesRefused: '**Les invitations à d’autres serveurs** sont bloquées.',
    invitesAllowed: '**Les invitations à d’autres serveurs** sont permises.',
    invites: { on: 'Permettre les invitations', off: 'Bloquer les invitations' },
    reviewHint: '-# Elles attendent dans `/admin queue`, et dans le salon du journal s’il y en a un.',
  },
  settings: {
    review: 'Relu avant publication',
    of: { off: 'les entrées de personne', all: 'les entrées de tout le monde' },
    limits: 'Limites par membre',
    limited: (hourly, daily) => `${hourly} au plus par heure et ${daily} par jour`,
    invites: 'Invitations à d’autres serveurs',
    invitesAre: { taken: 'permises', refused: 'bloquées' },
    ofNew: (below) => `les entrées des membres qui en ont publié moins de ${below}`,
  },
};
