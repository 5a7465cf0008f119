/** Owns the rules of one button: which fields its style asks for and forbids. */
import { checkEmoji, type Emoji } from './emoji.js';
import { type Path, type Problem, type Problems, required } from './problems.js';
import { isBlank } from './text.js';
import { checkScheme, linkSchemes } from './urls.js';

export interface Button {
  style: number;
  custom_id?: string | null;
  url?: string | null;
  sku_id?: string | null;
  label?: string | null;
  emoji?: Emoji | null;
}

const LINK = 5;
const PREMIUM = 6;

const customIdRequired: Problem = {
  code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  message: 'A custom id is required',
};
const customIdAndUrl: Problem = {
  code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  message: 'A custom id and url cannot both be specified',
};
const labelOrEmojiRequired: Problem = {
  code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
  message: 'A label or emoji is required',
};

function notAllowed(field: string, style: string): Problem {
  return { code: 'BUTTON_COMPONENT_FIELD_NOT_ALLOWED', message: `A ${style} button cannot have a ${field}` };
}

/** https://docs.discord.com/developers/components/reference#button: each style's required and forbidden fields. */
export function checkButton(button: Button, path: Path, problems: Problems): void {
  if (button.style === PREMIUM) checkPremium(button, path, problems);
  else if (button.style === LINK) checkLink(button, path, problems);
  else checkInteractive(button, path, problems);
}

function checkInteractive(button: Button, path: Path, problems: Problems): void {
  if (isBlank(button.custom_id)) problems.add([...path, 'custom_id'], customIdRequired);
  if (button.url) problems.add([...path, 'url'], customIdAndUrl);
  if (button.sku_id) problems.add([...path, 'sku_id'], notAllowed('sku_id', 'non-premium'));
  checkFace(button, path, problems);
}

function checkLink(button: Button, path: Path, problems: Problems): void {
  if (isBlank(button.url)) problems.add([...path, 'url'], required);
  if (button.custom_id) problems.add([...path, 'custom_id'], customIdAndUrl);
  if (button.sku_id) problems.add([...path, 'sku_id'], notAllowed('sku_id', 'non-premium'));
  checkScheme(button.url, linkSchemes, [...path, 'url'], problems);
  checkFace(button, path, problems);
}

function checkPremium(button: Button, path: Path, problems: Problems): void {
  if (!button.sku_id) problems.add([...path, 'sku_id'], required);
  for (const field of ['custom_id', 'label', 'url', 'emoji'] as const) {
    if (button[field]) problems.add([...path, field], notAllowed(field, 'premium'));
  }
}

function checkFace(button: Button, path: Path, problems: Problems): void {
  if (isBlank(button.label) && !button.emoji) problems.add([...path, 'label'], labelOrEmojiRequired);
  checkEmoji(button.emoji, path, problems);
}
