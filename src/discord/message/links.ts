/** The links to Discord that views show; they are built in `platform/discord-links.ts`. */
export { channelLink, eventLink, messageLink } from '../../platform/discord-links.js';
