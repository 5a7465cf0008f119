/** Puts over the window what is open: a person's card, menus, a form, questions. */

import { ModalForm } from '../form/modal-form.js';
import { DeleteDialog } from '../message/delete-dialog.js';
import { ThreadDialog } from '../message/thread-dialog.js';
import type { Actions } from '../state/actions.js';
import type { Overlays } from '../state/overlays.js';
import type { Page } from '../state/page.js';
import { Menus } from './menus.js';
import { PersonCard } from './person-card.js';
import { ResetDialog } from './reset.js';

export interface OverlayHostProps {
  page: Page;
  actions: Actions;
  overlays: Overlays;
}

export function OverlayHost({ page, actions, overlays }: OverlayHostProps) {
  const { person, removal, newThread, isAskingForReset } = overlays;
  const form = page.exchanges.form.value;
  return (
    <>
      <Menus page={page} actions={actions} overlays={overlays} />
      {form && (
        <ModalForm
          key={form.modal.exchangeId}
          modal={form.modal}
          lookup={page.lookup}
          submit={(values, files) => actions.submitForm(values, files)}
          onClose={() => {
            page.exchanges.form.value = undefined;
          }}
        />
      )}
      {person.value && (
        <PersonCard
          key={person.value.userId}
          page={page}
          actions={actions}
          userId={person.value.userId}
          anchor={person.value.anchor}
          onClose={() => {
            person.value = undefined;
          }}
        />
      )}
      {removal.value && (
        <DeleteDialog
          message={removal.value}
          lookup={page.lookup}
          actions={actions}
          onClose={() => {
            removal.value = undefined;
          }}
        />
      )}
      {newThread.value && (
        <ThreadDialog
          message={newThread.value}
          open={(message, name) => actions.openThread(message, name)}
          onClose={() => {
            newThread.value = undefined;
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
