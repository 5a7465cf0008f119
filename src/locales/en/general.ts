/** Copy that belongs to no feature: apologies, drafts, hints. */
export const general = {
  apology: (incident: string) =>
    `Sorry, something went wrong on my side. Please try again in a moment. If it keeps happening, tell a moderator this number: \`${incident}\`.`,
  databaseDown: (incident: string) =>
    `Sorry, I can’t reach my database right now, so nothing was saved. Please try again in a minute. (\`${incident}\`)`,
  databaseLost: (incident: string) =>
    `Sorry, I lost my database in the middle of this, so I don’t know whether it was saved. Please look before you try again. (\`${incident}\`)`,
  doneUnshown: 'It’s done. I just couldn’t show the result here.',
  textBack: 'Your text is safe:',
  textBackAsFile: 'Your text is safe, in the file below.',
  formSlow: 'That took me a moment. Your form is ready:',
  setupHint: (channelId: string) =>
    `I’m using <#${channelId}> for now. Run \`/admin setup\` to choose the cohort channel and the digest day.`,
  guildNotServed:
    'This bot only serves other servers, so it’s leaving now. Ask its operator to add this one.',
};
