/** Words of the bot itself: apologies, drafts, hints. */
export const general = {
  apology: (incident: string) =>
    `Sorry, that went wrong on my side. Please try again in a moment. If it keeps happening, tell a moderator this number: \`${incident}\`.`,
  databaseDown: (incident: string) =>
    `Sorry, I cannot reach my database right now, so nothing was kept. Please try again in a minute. (\`${incident}\`)`,
  textBack: 'Your text is safe:',
  textBackAsFile: 'Your text is safe, in the file below.',
  formSlow: 'That took me a moment. Your form is ready:',
  setupHint: (channelId: string) =>
    `I am using <#${channelId}> for now. Run \`/admin setup\` to choose the cohort’s channel and the day of its digest.`,
  guildNotServed: 'This bot serves other servers only, so it leaves now. Ask its operator to add this one.',
};
