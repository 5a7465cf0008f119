/** Descriptions of commands and options that Discord shows as you type; at most 100 characters each. */
export const commands = {
  share: {
    description: 'Share something you learned with the cohort',
    kind: 'What kind of learning it is',
    title: 'One line that says what you learned',
    body: 'In your own words; leave it out to use a form',
    tags: 'Up to 5, comma-separated',
    link: 'A web address that starts with https://',
  },
  challenge: {
    description: 'Ask when you’re stuck, and accept the solution that worked',
    post: 'Ask the cohort; you see similar solved challenges first',
    title: 'One line that says where you’re stuck',
    details: 'What you tried and what happened; leave it out to use a form',
    tags: 'Up to 5, comma-separated',
    solve: 'Offer a solution to a challenge',
    challenge: 'The challenge: its number, or words from its title',
    solution: 'What worked; leave it out to use a form',
    link: 'A web address that starts with https://',
    accept: 'Accept the solution that worked',
    acceptedSolution: 'The solution: its number, or words from its challenge',
    reopen: 'Withdraw your acceptance and reopen the challenge',
  },
  entry: {
    description: 'View an entry, or change your own',
    view: 'Show one entry in full',
    edit: 'Edit one of your entries in a form, or its picture',
    delete: 'Delete one of your entries; you can restore it for 30 days',
    restore: 'Restore an entry you deleted',
    history: 'Show earlier versions of an entry',
    entry: 'The entry: its number, or words from its title',
  },
};
