/** What the page says in English of commands, forms and selects, and of what went wrong with them. */

/** A number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export const input = {
  /** What Discord shows when something the viewer did was not done. */
  failures: {
    interaction: 'This interaction failed',
    command: 'The application did not respond',
    form: 'Something went wrong. Try again.',
    reaction: 'The reaction could not be changed',
    vote: 'The vote could not be sent',
    dismissal: 'It could not be dismissed',
    deletion: 'It could not be deleted',
    edit: 'It could not be edited',
  },

  command: {
    title: 'Command',
    list: 'Commands',
    options: 'Options',
    noneHere: 'There are no commands for you here.',
    noneFound: 'No command matches.',
    sending: 'Sending command…',
    send: (command: string) => `Send ${command}`,
    another: (command: string) => `${command}: choose another command`,
    complete: (command: string) => `${command} is complete; Enter sends it`,
    add: 'Add an option',
    more: (count: number) => `+${count} optional`,
    required: 'required',
    remove: (option: string) => `Remove ${option}`,
    noOption: (typed: string) => `There is no option “${typed}”.`,
    ownerless: (typed: string) => `“${typed}” belongs to no option. Choose one for it, or take it away.`,
    chooseFile: (option: string) => `${option}: choose a file`,
    file: 'Choose or drop a file',
    loading: 'Loading options…',
    loadingFailed: 'Loading options failed.',
    noMatches: 'No matches.',
    true: 'True',
    false: 'False',
  },

  /** What an option takes, beside its description. */
  bounds: {
    required: 'Required',
    characters: (range: string) => `${range} characters`,
    whole: 'Whole number',
    number: 'Number',
    upTo: (most: number) => `up to ${most}`,
    atLeast: (least: number) => `at least ${least}`,
    between: (least: number, most: number) => `${least} to ${most}`,
  },

  /** What is wrong with an option of a command or a field of a form. */
  problems: {
    option: 'This option is required.',
    missing: 'Fill this in.',
    short: (least: number) => `Write at least ${counted(least, 'character')}.`,
    long: (most: number, count: number) => `Write at most ${counted(most, 'character')}; there are ${count}.`,
    notInList: 'Choose one of the list.',
    whole: 'Write a whole number.',
    number: 'Write a number.',
    least: (least: number) => `Write ${least} or more.`,
    most: (most: number) => `Write ${most} or less.`,
    boolean: 'Choose True or False.',
    user: 'Choose a member of the list.',
    role: 'Choose a role of the list.',
    mentionable: 'Choose a member or a role of the list.',
    channel: 'Choose a channel of the list.',
    unknown: 'This page does not know this kind of option yet.',
    one: { option: 'Choose one.', box: 'Choose one.', file: 'Add a file.' },
    few: {
      option: (least: number) => `Choose at least ${counted(least, 'option')}.`,
      box: (least: number) => `Choose at least ${counted(least, 'box', 'boxes')}.`,
      file: (least: number) => `Add at least ${counted(least, 'file')}.`,
    },
    many: {
      option: (most: number, count: number) =>
        `Choose at most ${counted(most, 'option')}; there are ${count}.`,
      box: (most: number, count: number) =>
        `Choose at most ${counted(most, 'box', 'boxes')}; there are ${count}.`,
      file: (most: number, count: number) => `Add at most ${counted(most, 'file')}; there are ${count}.`,
    },
  },

  form: {
    note: 'The app sees what you write only when you submit it.',
    submit: 'Submit',
    submitting: 'Submitting…',
    required: ' (required)',
    characters: ' characters',
    unknown: (type: number) => `This page cannot show a part of this form (component type ${type}).`,
    remove: (file: string) => `Remove ${file}`,
    choose: (most: number) => (most === 1 ? 'Choose or drop a file' : `Choose or drop up to ${most} files`),
    another: 'Choose another file',
    full: 'No more files can be added',
  },

  dialog: {
    discard: 'Discard what you wrote?',
    notSent: 'It has not been sent.',
    stay: 'Keep writing',
    leave: 'Discard',
  },

  select: {
    placeholder: 'Make a selection',
    search: 'Search',
    searchIn: (label: string) => `Search ${label}`,
    clear: (label: string) => `Clear ${label}`,
    none: (typed: string) => `Nothing matches “${typed}”.`,
  },
};
