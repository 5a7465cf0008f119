/** What Discord shows of commands and options while one types; at most 100 characters each. */
export const commands = {
  share: {
    description: 'Keep a learning, and show it to the cohort',
    kind: 'What kind of learning it is',
    title: 'One line that says what you learned',
    body: 'In your own words; leave it out to write it in a form',
    tags: 'Up to 5, set apart by commas',
    link: 'An address that begins with https://',
  },
  challenge: {
    description: 'Ask when you are stuck, and pair challenges with what worked',
    post: 'Ask the cohort; similar solved challenges are shown to you first',
    title: 'One line that says where you are stuck',
    details: 'What you tried and what happened; leave it out to write it in a form',
    tags: 'Up to 5, set apart by commas',
    solve: 'Offer a solution to a challenge',
    challenge: 'The challenge: its number, or words of its title',
    solution: 'What worked; leave it out to write it in a form',
    link: 'An address that begins with https://',
    accept: 'Accept the solution that worked',
    acceptedSolution: 'The solution: its number, or words of its challenge',
    reopen: 'Take an acceptance back, and open the challenge again',
  },
  entry: {
    description: 'Look at an entry, or change your own',
    view: 'Show one entry in full',
    edit: 'Change an entry of yours, in a form',
    delete: 'Delete an entry of yours; it can be restored for 30 days',
    restore: 'Bring back an entry you deleted',
    history: 'Show what an entry said before its edits',
    entry: 'The entry: its number, or words of its title',
  },
};
