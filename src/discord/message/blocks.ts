/** The few pieces that our messages are built of, as plain data of Components V2. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { MessageView } from './message-view.js';

/** Colours of the line beside a card; chosen to be told apart in dark and light. */
export const accents = {
  learning: 0x3b82f6,
  challenge: 0xf59e0b,
  solved: 0x22c55e,
  solution: 0x14b8a6,
  quiet: 0x94a3b8,
  trouble: 0xef4444,
  digest: 0x8b5cf6,
} as const;

export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function divider(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

/** Text with a button beside it. */
export function section(content: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

export function container(accent: number, ...components: APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: accent, components };
}

export function row(
  ...components: APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

export function button(
  customId: string,
  label: string,
  options: {
    style?: 'primary' | 'secondary' | 'success' | 'danger';
    disabled?: boolean;
    emoji?: string;
  } = {},
): APIButtonComponentWithCustomId {
  const styles = {
    primary: ButtonStyle.Primary,
    secondary: ButtonStyle.Secondary,
    success: ButtonStyle.Success,
    danger: ButtonStyle.Danger,
  } as const;
  return {
    type: ComponentType.Button,
    style: styles[options.style ?? 'secondary'],
    label,
    custom_id: customId,
    ...(options.disabled && { disabled: true }),
    ...(options.emoji && { emoji: { name: options.emoji } }),
  };
}

export function linkButton(url: string, label: string): APIButtonComponentWithURL {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** A message that is only a sentence or two, with buttons below it where there is something to do next. */
export function note(content: string, ...buttons: APIComponentInMessageActionRow[]): MessageView {
  return { components: [text(content), ...(buttons.length > 0 ? [row(...buttons)] : [])] };
}
