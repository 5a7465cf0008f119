/** The bottom left corner: whom the page is used as, with the way to be somebody else, and the page's settings. */
import { useRef, useState } from 'preact/hooks';
import { Avatar } from '../parts/avatar.js';
import { ChevronDownIcon } from '../parts/icons.js';
import type { Page } from '../state/page.js';
import { words } from '../words/words.js';
import { SettingsIcon } from './icons.js';
import { IdentitySwitch, roleText } from './identity-switch.js';
import { Settings } from './settings.js';
import './user-area.css';

export function UserArea({ page, onAskReset }: { page: Page; onAskReset(): void }) {
  const [open, setOpen] = useState<'switch' | 'settings'>();
  const self = useRef<HTMLButtonElement>(null);
  const settings = useRef<HTMLButtonElement>(null);
  const { viewer } = page.lookup;
  const { you } = words();
  const member = page.cast.value.find((one) => one.id === viewer.id);
  const toggle = (which: typeof open) => setOpen(open === which ? undefined : which);
  return (
    <section class="user-area" aria-label={you.title}>
      <button
        ref={self}
        type="button"
        class="user-self"
        aria-haspopup="dialog"
        aria-expanded={open === 'switch'}
        title={you.beAnother}
        onClick={() => toggle('switch')}
      >
        <Avatar id={viewer.id} name={viewer.name} size={32} />
        <span class="user-words">
          <span class="visually-hidden">{you.youAre}</span>
          <span class="user-name" dir="auto">
            {viewer.name}
          </span>
          <span class="user-role">{member ? roleText(member) : viewer.username}</span>
        </span>
        <ChevronDownIcon size={16} />
      </button>
      <button
        ref={settings}
        type="button"
        class="icon-button"
        aria-label={you.settings}
        aria-haspopup="dialog"
        aria-expanded={open === 'settings'}
        title={you.settings}
        onClick={() => toggle('settings')}
      >
        <SettingsIcon />
      </button>
      {open === 'switch' && self.current && (
        <IdentitySwitch page={page} anchor={self.current} onClose={() => setOpen(undefined)} />
      )}
      {open === 'settings' && settings.current && (
        <Settings
          page={page}
          anchor={settings.current}
          onClose={() => setOpen(undefined)}
          onAskReset={onAskReset}
        />
      )}
    </section>
  );
}
