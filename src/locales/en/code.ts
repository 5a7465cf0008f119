/** Copy about code in messages, tidied. */
export const code = {
  /** Its name in the menu of a message. */
  menu: 'Format as code',
  private: (authorId: string, link: string) =>
    `The code in [a message](${link}) of <@${authorId}>. Only you see this.`,
  posted: (authorId: string, link: string) => `Code of <@${authorId}>, from [a message](${link})`,
  removed: '-# The code that was here is deleted.',
};
