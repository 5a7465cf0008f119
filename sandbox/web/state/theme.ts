/** Dark, light, or as the system has it; kept in this browser. */
import { signal } from '@preact/signals';
import { keepText, keptText } from './kept.js';

export const THEMES = ['system', 'dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';
const prefersLight = matchMedia('(prefers-color-scheme: light)');

export const theme = signal<Theme>(kept());
prefersLight.addEventListener('change', apply);
apply();

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  keepText(KEY, chosen);
  apply();
}

function kept(): Theme {
  return THEMES.find((one) => one === keptText(KEY)) ?? 'system';
}

function apply(): void {
  const system = prefersLight.matches ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = theme.value === 'system' ? system : theme.value;
}
