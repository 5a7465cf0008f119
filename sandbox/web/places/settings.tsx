/** The page's settings: its theme, and the way to begin anew. */
import { Popover } from '../parts/popover.js';
import { chooseTheme, THEMES, theme } from '../state/theme.js';

export interface SettingsProps {
  beside: HTMLElement;
  onClose(): void;
  onAskReset(): void;
}

const names = { system: 'System', dark: 'Dark', light: 'Light' };

export function Settings({ beside, onClose, onAskReset }: SettingsProps) {
  return (
    <Popover label="Settings" beside={beside} side="above" class="settings" onClose={onClose}>
      <h2 id="settings-theme">Theme</h2>
      <div class="settings-themes" role="radiogroup" aria-labelledby="settings-theme">
        {THEMES.map((one) => (
          <label key={one} class="settings-theme">
            <input
              type="radio"
              name="theme"
              checked={theme.value === one}
              onChange={() => chooseTheme(one)}
            />
            {names[one]}
          </label>
        ))}
      </div>
      <h2>Begin anew</h2>
      <p>Everything that was done here goes, and the cohort is as it was at first.</p>
      <button
        type="button"
        class="button button-danger"
        onClick={() => {
          onClose();
          onAskReset();
        }}
      >
        Reset the cohort
      </button>
    </Popover>
  );
}
