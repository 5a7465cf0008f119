/** A message or form as plain text: content, embeds, Components V2, buttons numbered, for tests and terminals. */
import type { Part } from './part.js';
import type { Message, Modal } from './types.js';

const SELECT_TYPES = [3, 5, 6, 7, 8];

/** Counts buttons through one message. */
interface Counter {
  buttons: number;
}

export function textOf(message: Message | Modal | undefined): string {
  if (!message) return '';
  if ('exchangeId' in message)
    return [`[Form] ${message.title}`, ...linesOf(message.components as Part[], { buttons: 0 })].join('\n');
  const embeds = (message.embeds ?? []).flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value}`),
    embed.image && `[Image] ${fileName(embed.image.url)}`,
    embed.footer?.text,
  ]);
  const files = (message.attachments ?? []).map((attachment) => `[File] ${attachment.filename}`);
  const components = linesOf((message.components ?? []) as Part[], { buttons: 0 });
  return [message.content, ...embeds, ...components, ...files].filter(Boolean).join('\n');
}

/** The labels of a message's buttons in order, disabled ones left out. */
export function buttonsOf(message: Message | undefined): string[] {
  const found: string[] = [];
  const visit = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type === 2 && !part.disabled) found.push(labelOf(part));
      visit(part.components ?? []);
      if (part.accessory) visit([part.accessory]);
    }
  };
  visit((message?.components ?? []) as Part[]);
  return found;
}

function linesOf(parts: Part[], counter: Counter): string[] {
  return parts.flatMap((part) => lines(part, counter));
}

function lines(part: Part, counter: Counter): string[] {
  if (part.type === 1 && part.components?.every((one) => one.type === 2))
    return [part.components.map((one) => button(one, counter)).join(' ')];
  if (part.type === 2) return [button(part, counter)];
  if (part.type !== undefined && SELECT_TYPES.includes(part.type)) return [select(part)];
  if (part.type === 10) return [part.content ?? ''];
  if (part.type === 12)
    return (part.items ?? []).map((item) => `[Image] ${item.description ?? fileName(item.media?.url)}`);
  if (part.type === 13) return [`[File] ${part.name ?? fileName(part.file?.url)}`];
  if (part.type === 11) return [`[Image] ${part.description ?? fileName(part.media?.url)}`];
  if (part.type === 4) return [`[${part.label ?? part.custom_id}] ${part.value ?? ''}`];
  if (part.type === 18 && part.component) return field(part, part.component, counter);
  return [
    ...linesOf(part.components ?? [], counter),
    ...(part.accessory ? lines(part.accessory, counter) : []),
  ];
}

function field(label: Part, component: Part, counter: Counter): string[] {
  const value = component.type === 4 ? (component.value ?? '') : linesOf([component], counter).join(' ');
  return [`[${label.label}] ${value}`.trim(), ...(label.description ? [`  ${label.description}`] : [])];
}

function button(part: Part, counter: Counter): string {
  counter.buttons += 1;
  const link = part.url ? ` → ${part.url}` : '';
  return `[${counter.buttons}: ${labelOf(part)}${link}${part.disabled ? ' (disabled)' : ''}]`;
}

function labelOf(part: Part): string {
  return part.label ?? part.emoji?.name ?? part.custom_id ?? '';
}

function select(part: Part): string {
  const options = (part.options ?? []).map((one) => (one.default ? `*${one.label}*` : one.label));
  return `[Select ${part.placeholder ?? part.custom_id}${options.length > 0 ? `: ${options.join(' | ')}` : ''}]`;
}

function fileName(url: string | undefined): string {
  return decodeURIComponent(url?.split('?')[0]?.split('/').at(-1) ?? '');
}
