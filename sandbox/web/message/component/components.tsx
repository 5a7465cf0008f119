/** The components of a message, Components V2 among them (https://discord.com/developers/docs/components/reference). */
import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ComponentChildren } from 'preact';
import { fileName } from '../media/address.js';
import { FileCard } from '../media/file-card.js';
import { Gallery } from '../media/gallery.js';
import { Picture } from '../media/picture.js';
import { MessageText } from '../message-text.js';
import { useWithin } from '../within.js';
import { Button } from './button.js';
import { Container } from './container.js';
import { SelectMenu } from './select-menu.js';
import './component.css';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;
type Row = Extract<Component, { type: 1 }>;
type Section = Extract<Component, { type: 9 }>;
type File = Extract<Component, { type: 13 }>;

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
    case 1:
      return <ActionRow row={component} />;
    case 9:
      return <SectionView section={component} />;
    case 10:
      return <MessageText text={component.content} />;
    case 12:
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
    case 13:
      return <FileView component={component} />;
    case 14:
      return (
        <hr
          class={`separator ${component.spacing === 2 ? 'separator-large' : ''} ${component.divider === false ? 'separator-blank' : ''}`}
        />
      );
    case 17:
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
          case 2:
            return <Button key={index} button={component} />;
          case 3:
          case 5:
          case 6:
          case 7:
          case 8:
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
        {accessory.type === 2 && <Button button={accessory} />}
        {accessory.type === 11 && (
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
  return (
    <p class="component-note">A component of type {component.type ?? '?'}, which the sandbox cannot show</p>
  );
}
