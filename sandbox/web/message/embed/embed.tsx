/** An embed of a message: a card of fixed parts with a colour at its edge. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { cssColor } from '../component/container.js';
import { safeAddress } from '../markdown/address.js';
import { fileHere } from '../media/address.js';
import { Picture } from '../media/picture.js';
import { MessageText } from '../message-text.js';
import { messageTime } from '../time.js';
import { useWithin } from '../within.js';
import { fieldRows } from './field-rows.js';
import './embed.css';

export function Embed({ embed }: { embed: APIEmbed }) {
  const { color, author, title, url, description, fields, image, thumbnail, provider } = embed;
  return (
    <div
      class={`embed ${thumbnail ? 'embed-with-thumbnail' : ''}`}
      style={color === undefined ? {} : { '--accent': cssColor(color) }}
    >
      <div class="embed-main">
        {provider?.name && (
          <p class="embed-provider" dir="auto">
            {provider.name}
          </p>
        )}
        {author && (
          <p class="embed-author" dir="auto">
            {author.icon_url && (
              <Picture url={author.icon_url} description={author.name} class="embed-icon" />
            )}
            <MaybeLink url={author.url}>{author.name}</MaybeLink>
          </p>
        )}
        {title && (
          <div class="embed-title">
            <MaybeLink url={url}>
              <MessageText text={title} />
            </MaybeLink>
          </div>
        )}
        {description && (
          <div class="embed-description">
            <MessageText text={description} />
          </div>
        )}
        {fields && fields.length > 0 && <Fields fields={fields} />}
      </div>
      {thumbnail && (
        <div class="embed-thumbnail">
          <Picture class="thumbnail" url={thumbnail.url} />
        </div>
      )}
      {image && (
        <div class="embed-image">
          <Picture url={image.url} width={image.width} height={image.height} />
        </div>
      )}
      <Footer embed={embed} />
    </div>
  );
}

function Fields({ fields }: { fields: NonNullable<APIEmbed['fields']> }) {
  return (
    <div class="embed-fields">
      {fieldRows(fields).map((row, index) => (
        <div key={index} class={`embed-row embed-row-${row.length}`}>
          {row.map((field, at) => (
            <div key={at} class="embed-field">
              <div class="embed-field-name">
                <MessageText text={field.name} />
              </div>
              <MessageText text={field.value} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Footer({ embed: { footer, timestamp } }: { embed: APIEmbed }) {
  const { lookup } = useWithin();
  if (!footer && !timestamp) return null;
  return (
    <p class="embed-footer" dir="auto">
      <SmallPicture url={footer?.icon_url} />
      {footer?.text}
      {footer?.text && timestamp && ' • '}
      {timestamp && <time dateTime={timestamp}>{messageTime(Date.parse(timestamp), lookup.now)}</time>}
    </p>
  );
}

/** A mark beside a name; one from elsewhere is left out. */
function SmallPicture({ url }: { url: string | undefined }) {
  const path = url === undefined ? undefined : fileHere(url);
  return path ? <img class="embed-icon" src={path} alt="" width={24} height={24} /> : null;
}

function MaybeLink({ url, children }: { url?: string | undefined; children: ComponentChildren }) {
  const address = url ? safeAddress(url) : undefined;
  if (!address) return <>{children}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
      {children}
    </a>
  );
}
