/** Who the page is used as and where they are: the address bar as a signal, with its history. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Address, readAddress, writeAddress } from './address.js';

export class Session {
  private readonly current = signal<Address>(readAddress(location.search));
  readonly address: ReadonlySignal<Address> = this.current;

  /** Counts the times that somewhere was gone to. */
  steps = 0;

  constructor() {
    addEventListener('popstate', () => {
      this.current.value = readAddress(location.search);
    });
  }

  /** Goes somewhere; `replace` leaves no step in the history. */
  go(address: Address, { replace = false } = {}): void {
    const written = writeAddress(address);
    const isSame = written === location.pathname + location.search;
    if (!isSame) history[replace ? 'replaceState' : 'pushState'](null, '', written);
    this.steps += 1;
    this.current.value = address;
  }
}
