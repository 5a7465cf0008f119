/** Puts over the window what is open: a person's card, menus, a form, questions. */
import type { Actions } from '../state/actions.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';
import { PersonCard } from './person-card.js';
import { ResetDialog } from './reset.js';

export interface OverlayHostProps {
  page: Page;
  actions: Actions;
  overlays: Overlays;
}

export function OverlayHost({ page, overlays }: OverlayHostProps) {
  const { person, isAskingForReset } = overlays;
  return (
    <>
      {person.value && (
        <PersonCard
          key={person.value.userId}
          page={page}
          userId={person.value.userId}
          beside={person.value.beside}
          onClose={() => {
            person.value = undefined;
          }}
        />
      )}
      {isAskingForReset.value && (
        <ResetDialog
          page={page}
          onClose={() => {
            isAskingForReset.value = false;
          }}
        />
      )}
    </>
  );
}
