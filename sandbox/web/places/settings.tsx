/** The page's settings: the language of whom it is used as, its theme, and the reset. */
import { Popover } from '../parts/popover.js';
import { Select } from '../parts/select.js';
import { chooseLanguage } from '../state/language.js';
import type { Page } from '../state/page.js';
import { chooseTheme, THEMES, theme } from '../state/theme.js';
import { languages } from '../words/languages.js';
import { locale, words } from '../words/words.js';

export interface SettingsProps {
  page: Page;
  anchor: HTMLElement;
  onClose(): void;
  onAskReset(): void;
}

export function Settings({ page, anchor, onClose, onAskReset }: SettingsProps) {
  const { you, reset } = words();
  return (
    <Popover label={you.settings} anchor={anchor} side="above" class="settings" onClose={onClose}>
      <h2>{you.language}</h2>
      <p>{you.languageHint}</p>
      <Select
        label={you.language}
        options={languages(locale()).map((one) => ({
          value: one.locale,
          label: one.ownName,
          // One's own needs no translation.
          ...(one.name !== one.ownName && { description: one.name }),
          isDefault: one.locale === locale(),
        }))}
        onChoose={([chosen]) => chosen !== undefined && void chooseLanguage(page, chosen)}
      />
      <h2 id="settings-theme">{you.theme}</h2>
      <div class="settings-themes" role="radiogroup" aria-labelledby="settings-theme">
        {THEMES.map((one) => (
          <label key={one} class="settings-theme">
            <input
              type="radio"
              name="theme"
              checked={theme.value === one}
              onChange={() => chooseTheme(one)}
            />
            {you.themes[one]}
          </label>
        ))}
      </div>
      <h2>{reset.title}</h2>
      <p>{reset.about}</p>
      <button
        type="button"
        class="button button-danger"
        onClick={() => {
          onClose();
          onAskReset();
        }}
      >
        {reset.act}
      </button>
    </Popover>
  );
}
