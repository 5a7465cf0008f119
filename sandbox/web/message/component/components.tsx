/** The components of a message, Components V2 among them (https://discord.com/developers/docs/components/reference). */
import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { words } from '../../words/words.js';
import { fileName } from '../media/address.js';
import { FileCard } from '../media/file-card.js';
import { Gallery } from '../media/gallery.js';
import { Picture } from '../media/picture.js';
import { MessageText } from '../message-text.js';
import { useWithin } from '../within.js';
import { Button } from './button.js';
import { Container } from './container.js';
import { SelectMenu } from './select-menu.js';
import {
  ACTION_ROW,
  BUTTON,
  CHANNEL_SELECT,
  CONTAINER,
  FILE,
  LARGE_SPACING,
  MEDIA_GALLERY,
  MENTIONABLE_SELECT,
  ROLE_SELECT,
  SECTION,
  SEPARATOR,
  STRING_SELECT,
  TEXT_DISPLAY,
  THUMBNAIL,
  USER_SELECT,
} from './types.js';
import './component.css';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;
type Row = Extract<Component, { type: typeof ACTION_ROW }>;
type Section = Extract<Component, { type: typeof SECTION }>;
type File = Extract<Component, { type: typeof FILE }>;

export function Components({ of }: { of: readonly Component[] }) {
  return (
    <>
      {of.map((component, index) => (
        <One key={index} component={component} />
      ))}
    </>
  );
}

function One({ component }: { component: Component }): ComponentChildren {
  switch (component.type) {
    case ACTION_ROW:
      return <ActionRow row={component} />;
    case SECTION:
      return <SectionView section={component} />;
    case TEXT_DISPLAY:
      return <MessageText text={component.content} />;
    case MEDIA_GALLERY:
      return (
        <Gallery
          pictures={component.items.map(({ media, description, spoiler }) => ({
            url: media.url,
            description,
            width: media.width,
            height: media.height,
            isSpoiler: spoiler,
          }))}
        />
      );
    case FILE:
      return <FileView component={component} />;
    case SEPARATOR:
      return (
        <hr
          class={`separator ${component.spacing === LARGE_SPACING ? 'separator-large' : ''} ${component.divider === false ? 'separator-blank' : ''}`}
        />
      );
    case CONTAINER:
      return (
        <Container accent={component.accent_color} isSpoiler={component.spoiler === true}>
          <Components of={component.components} />
        </Container>
      );
    default:
      return <Unknown component={component} />;
  }
}

function ActionRow({ row }: { row: Row }) {
  return (
    <div class="action-row">
      {row.components.map((component, index) => {
        switch (component.type) {
          case BUTTON:
            return <Button key={index} button={component} />;
          case STRING_SELECT:
          case USER_SELECT:
          case ROLE_SELECT:
          case MENTIONABLE_SELECT:
          case CHANNEL_SELECT:
            return <SelectMenu key={index} select={component} />;
          default:
            return <Unknown key={index} component={component} />;
        }
      })}
    </div>
  );
}

function SectionView({ section }: { section: Section }) {
  const { accessory } = section;
  return (
    <div class="section">
      <div class="section-texts">
        {section.components.map((text, index) => (
          <MessageText key={index} text={text.content} />
        ))}
      </div>
      <div class="section-accessory">
        {accessory.type === BUTTON && <Button button={accessory} />}
        {accessory.type === THUMBNAIL && (
          <Picture
            class="thumbnail"
            url={accessory.media.url}
            description={accessory.description}
            isSpoiler={accessory.spoiler}
          />
        )}
      </div>
    </div>
  );
}

function FileView({ component }: { component: File }) {
  const { message } = useWithin();
  const { url } = component.file;
  const attachment = message.attachments.find((one) => one.url === url);
  return (
    <FileCard
      url={url}
      name={component.name ?? attachment?.filename ?? fileName(url)}
      size={component.size ?? attachment?.size}
      contentType={attachment?.content_type}
      isSpoiler={component.spoiler}
    />
  );
}

/** What the page does not know yet is said, not left out. */
function Unknown({ component }: { component: { type?: number } }) {
  return <p class="component-note">{words().message.unknownComponent(component.type ?? '?')}</p>;
}
