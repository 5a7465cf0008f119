/** Copy about pictures of entries. */
import { plural } from './plural.js';

export const pictures = {
  commands: {
    picture: 'A PNG, JPEG, WebP or GIF, up to 8 MiB',
    description: 'What the picture shows, for those who can’t see it',
    those: 'What happens to the pictures that are there; a new one replaces them unless you keep them',
    /** Choices of it. */
    keep: 'Keep those that are there',
    remove: 'Remove those that are there',
  },
  changed: (number: number, done: 'added' | 'replaced' | 'removed') =>
    ({
      added: `The picture is added to **#${number}**.`,
      replaced: `**#${number}** has its new picture in place of what it had.`,
      removed: `**#${number}** has no picture any more.`,
    })[done],
  gone: (count: number) =>
    count === 1
      ? '-# 🖼️ The picture is gone: the message that held it was deleted.'
      : `-# 🖼️ ${plural(count, 'picture is', 'pictures are')} gone: the messages that held them were deleted.`,
  unreachable: (count: number) =>
    `-# 🖼️ Discord doesn’t give me ${plural(count, 'picture', 'pictures')} right now. Try again in a moment.`,
  describe: 'Describe the picture',
  ask: (number: number) =>
    `What does the picture of **#${number}** show? One sentence is enough: it’s read aloud to those who can’t see it, and shown when the picture doesn’t load.`,
  left: (number: number, why: string) => `**#${number}** is stored without its picture. ${why}`,
  form: (number: number) => `The picture of #${number}`,
  field: 'What it shows',
  fieldOf: (position: number) => `What picture ${position} shows`,
  placeholder: 'A terminal with the error “port 5432 already in use”',
  described: (number: number) => `Thank you! The picture of **#${number}** has its description.`,
};
