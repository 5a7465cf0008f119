/** A digest as a direct message: what it says and its links, without what works in the guild alone. */
import {
  type APIButtonComponentWithURL,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { routes } from '../../components/routes.js';
import { button, linkButton, row } from '../../discord/message/blocks.js';
import type { MessageView } from '../../discord/message/message-view.js';
import type { Catalogue } from '../../locales/catalogue.js';
import { messageLink } from '../../platform/discord-links.js';
import type { Picture } from './digest-chart.js';
import type { DigestContent } from './digest-content-model.js';
import { digestView } from './digest-view.js';

/**
 * `message` is the digest in its channel. The id of `Unsubscribe` holds guild and period, by which the message is
 * found again in the direct channel.
 */
export function digestMailView(
  words: Catalogue,
  content: DigestContent,
  message: { channelId: string; messageId: string },
  chart?: Picture,
): MessageView {
  const { guildId, periodEnd } = content;
  const view = digestView(words, content, { chart });
  return {
    ...view,
    components: [
      ...view.components.flatMap(withoutControls),
      row(
        linkButton(messageLink(guildId, message.channelId, message.messageId), words.digest.openMessage),
        button(routes.digestUnsubscribe.id({ guildId, periodEnd }), words.digestDelivery.mail.unsubscribe),
      ),
    ],
  };
}

function withoutControls(component: APIMessageTopLevelComponent): APIMessageTopLevelComponent[] {
  if (component.type === ComponentType.Container) {
    return [{ ...component, components: component.components.flatMap(withoutControlsInside) }];
  }
  return withoutControlsInside(component);
}

/** Buttons and selects need a guild to work in; a section that loses its button becomes plain text. */
function withoutControlsInside<Component extends APIMessageTopLevelComponent | APIComponentInContainer>(
  component: Component,
): (Component | APIComponentInContainer)[] {
  if (component.type === ComponentType.Section) {
    return component.accessory.type === ComponentType.Thumbnail ? [component] : component.components;
  }
  if (component.type !== ComponentType.ActionRow) return [component];
  const links = component.components.filter(isLink);
  return links.length > 0 ? [row(...links)] : [];
}

function isLink(component: { type: ComponentType; style?: unknown }): component is APIButtonComponentWithURL {
  return component.type === ComponentType.Button && component.style === ButtonStyle.Link;
}
