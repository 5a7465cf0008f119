/** Owns the rules of embeds, one by one and over all of a message. */
import { type AttachmentReference, isAttachmentReference } from './attachments.js';
import { type Path, type Problem, type Problems, required } from './problems.js';
import { isBlank, lengthOf } from './text.js';
import { checkScheme, mediaSchemes } from './urls.js';

type Text = string | null | undefined;

export interface Embed {
  title?: Text;
  description?: Text;
  url?: Text;
  timestamp?: Text;
  fields?: readonly { name: string; value: string }[] | null;
  footer?: { text?: Text; icon_url?: Text } | null;
  author?: { name?: Text; url?: Text; icon_url?: Text } | null;
  image?: { url?: Text } | null;
  thumbnail?: { url?: Text } | null;
}

const MAXIMUM_EMBED_TEXT = 6000;
const tooMuchText: Problem = {
  code: 'MAX_EMBED_SIZE_EXCEEDED',
  message: `Embed size exceeds maximum size of ${MAXIMUM_EMBED_TEXT}`,
};

/**
 * https://docs.discord.com/developers/resources/message#embed-object-embed-limits: 6,000 characters over titles,
 * descriptions, fields, footers and authors of all embeds together.
 * @returns the places that refer to files of the message
 */
export function checkEmbeds(embeds: readonly Embed[], at: Path, problems: Problems): AttachmentReference[] {
  const references: AttachmentReference[] = [];
  let characters = 0;
  embeds.forEach((embed, index) => {
    const path = [...at, 'embeds', index];
    checkEmbed(embed, path, problems);
    noteAddresses(embed, path, references, problems);
    characters += textOf(embed).reduce((sum, text) => sum + lengthOf(text?.trim() ?? ''), 0);
  });
  if (characters > MAXIMUM_EMBED_TEXT) problems.add([...at, 'embeds'], tooMuchText);
  return references;
}

function textOf(embed: Embed): Text[] {
  const { title, description, footer, author, fields } = embed;
  return [
    title,
    description,
    footer?.text,
    author?.name,
    ...(fields ?? []).flatMap((field) => [field.name, field.value]),
  ];
}

function checkEmbed(embed: Embed, path: Path, problems: Problems): void {
  const shown = [embed.image?.url, embed.thumbnail?.url, embed.timestamp, ...textOf(embed)];
  if (shown.every(isBlank) && !embed.fields?.length) problems.add([...path, 'description'], required);
  embed.fields?.forEach((field, index) => {
    if (isBlank(field.name)) problems.add([...path, 'fields', index, 'name'], required);
    if (isBlank(field.value)) problems.add([...path, 'fields', index, 'value'], required);
  });
}

function noteAddresses(
  embed: Embed,
  path: Path,
  references: AttachmentReference[],
  problems: Problems,
): void {
  const media: [Text, Path][] = [
    [embed.image?.url, [...path, 'image', 'url']],
    [embed.thumbnail?.url, [...path, 'thumbnail', 'url']],
    [embed.footer?.icon_url, [...path, 'footer', 'icon_url']],
    [embed.author?.icon_url, [...path, 'author', 'icon_url']],
  ];
  for (const [url, place] of media) {
    checkScheme(url, mediaSchemes, place, problems);
    if (isAttachmentReference(url)) references.push({ url, path: place });
  }
  checkScheme(embed.url, ['http', 'https'], [...path, 'url'], problems);
  checkScheme(embed.author?.url, ['http', 'https'], [...path, 'author', 'url'], problems);
}
