/** Dark, light, or as the system has it; kept in this browser. */
import { signal } from '@preact/signals';

export const THEMES = ['system', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';
const prefersLight = matchMedia('(prefers-color-scheme: light)');

export const theme = signal<Theme>(kept());
prefersLight.addEventListener('change', apply);
apply();

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // A browser that keeps nothing forgets it with the window.
  }
  apply();
}

function kept(): Theme {
  try {
    return THEMES.find((one) => one === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

function apply(): void {
  const system = prefersLight.matches ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme.value === 'system' ? system : theme.value;
}
