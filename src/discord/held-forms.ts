/** Forms that came too late to be shown at once, kept in memory until the member opens them by a button. */
import { randomUUID } from 'node:crypto';
import { UserError } from '../platform/user-error.js';
import type { FormView } from './message/message-view.js';

/** Kept at most; the oldest go first. */
const limit = 200;

export class HeldForms {
  private readonly forms = new Map<string, { memberId: string; form: FormView }>();

  /** Gives the id to open it by. */
  hold(memberId: string, form: FormView): string {
    const id = randomUUID();
    this.forms.set(id, { memberId, form });
    for (const oldest of this.forms.keys()) {
      if (this.forms.size <= limit) break;
      this.forms.delete(oldest);
    }
    return id;
  }

  /** @throws UserError `draft-gone` when it is gone or another member's */
  take(memberId: string, id: string): FormView {
    const held = this.forms.get(id);
    if (held?.memberId !== memberId) throw new UserError('draft-gone', {});
    return held.form;
  }
}
