/** Messages and forms as lines of text, with buttons and selects numbered across all of them. */
import type { Message, Modal, Part } from '../../sandbox/client.js';
import type { Markup } from './markup.js';

/** A button or select that a number stands for. */
export interface Control {
  kind: 'button' | 'select';
  label: string;
  customId: string;
  messageId: string;
  channelId: string;
}

const Type = {
  row: 1,
  button: 2,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;
const selectKinds: Record<number, string> = {
  3: 'choose',
  5: 'choose a member',
  6: 'choose a role',
  7: 'choose a member or role',
  8: 'choose a channel',
};
const controlsAtMost = 5;

export class Page {
  readonly controls: Control[] = [];
  private readonly lines: string[] = [];

  constructor(private readonly markup: Markup) {}

  get text(): string {
    return this.lines.join('\n');
  }

  add(...lines: string[]): void {
    this.lines.push(...lines);
  }

  /** One message: a heading, then its content. */
  message(message: Message, heading: string): void {
    const embeds = (message.embeds ?? []).flatMap((embed) => [
      embed.title,
      embed.description,
      ...(embed.fields ?? []).map((field) => `${field.name}: ${field.value}`),
      embed.footer?.text,
    ]);
    this.add(heading);
    for (const text of [message.content, ...embeds]) if (text) this.paragraph(text);
    this.parts((message.components ?? []) as Part[], message);
    for (const { filename, url } of message.attachments ?? []) this.add(`  [file] ${filename}: ${url}`);
  }

  /** A form's fields, each with the name that `submit` accepts. */
  form(form: Modal): void {
    this.add(`Form: ${form.title}`);
    for (const part of form.components as Part[]) {
      if (part.type === Type.text) this.paragraph(part.content ?? '');
      const fields = part.component ? [part.component] : (part.components ?? []);
      for (const field of fields) this.field(field, part.label ?? field.label ?? '', part.description);
    }
    this.add("Send it: npm run say -- submit field='value' …   (fields left out stay as they are)");
  }

  private field(field: Part, label: string, description: string | undefined): void {
    const options = field.options ?? [];
    const facts = [
      field.required === false ? 'optional' : 'required',
      ...(field.max_length ? [`at most ${field.max_length} characters`] : []),
      ...(options.length > 0 ? [`one of ${options.map((one) => one.value).join(', ')}`] : []),
      ...(description ? [description] : []),
      ...(field.placeholder ? [`“${field.placeholder}”`] : []),
    ];
    const chosen = options.filter((one) => one.default).map((one) => one.value);
    const value = field.value ?? (chosen.join(', ') || undefined);
    this.add(`  ${field.custom_id}  ${label} (${facts.join('; ')})`);
    if (value)
      this.add(...value.split('\n').map((line, index) => `      ${index === 0 ? '= ' : '  '}${line}`));
  }

  private parts(parts: readonly Part[], message: Message): void {
    for (const part of parts) this.part(part, message);
  }

  private part(part: Part, message: Message): void {
    switch (part.type) {
      case Type.row:
        return this.row(part.components ?? [], message);
      case Type.button:
        return this.row([part], message);
      case Type.text:
        return this.paragraph(part.content ?? '');
      case Type.separator:
        return this.add('  ────');
      case Type.gallery:
        return this.add(
          ...(part.items ?? []).map((item) => `  [image] ${item.description ?? item.media?.url ?? ''}`),
        );
      case Type.thumbnail:
        return this.add(`  [image] ${part.description ?? part.media?.url ?? ''}`);
      case Type.file:
        return this.add(`  [file] ${part.name ?? ''} ${part.file?.url ?? ''}`.trimEnd());
      default:
        this.parts(part.components ?? [], message);
        if (part.accessory) this.part(part.accessory, message);
    }
  }

  private row(parts: readonly Part[], message: Message): void {
    const shown = parts.slice(0, controlsAtMost).map((part) => this.control(part, message));
    this.add(`  ${shown.join('  ')}`);
  }

  private control(part: Part, message: Message): string {
    const kind = selectKinds[part.type ?? 0];
    const label = part.label ?? part.placeholder ?? part.emoji?.name ?? part.custom_id ?? '';
    if (part.url) return `(${label}: ${part.url})`;
    if (part.disabled) return `(${label}, not now)`;
    this.controls.push({
      kind: kind ? 'select' : 'button',
      label,
      customId: part.custom_id ?? '',
      messageId: message.id,
      channelId: message.channel_id,
    });
    const options = (part.options ?? []).map((one) => (one.default ? `${one.label} ✓` : one.label));
    const choice = kind ? ` (${kind}${options.length > 0 ? `: ${options.join(' | ')}` : ''})` : '';
    return `[${this.controls.length}] ${label}${choice}`;
  }

  private paragraph(text: string): void {
    this.add(
      ...this.markup
        .plain(text)
        .split('\n')
        .map((line) => `  ${line}`.trimEnd()),
    );
  }
}
