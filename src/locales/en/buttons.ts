/** Labels of buttons. Scripts and tests find buttons by these words; a count may follow. */
export const buttons = {
  helpful: 'Helpful',
  save: 'Save',
  discuss: 'Discuss',
  solve: 'Solve',
  accept: 'Accept',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  previous: 'Previous',
  next: 'Next',
  showInChannel: 'Show in channel',
  thisSolvesIt: 'This solves it',
  postAnyway: 'Post anyway',
  readAll: 'Read all',
  view: 'View',
  openForm: 'Open form',
  openFormAgain: 'Open the form again',
  markDone: 'Mark done',
  notDone: 'Not done yet',
  /** A label with its count, left out at zero. */
  counted: (label: string, count: number) => (count > 0 ? `${label} ${count}` : label),
};
