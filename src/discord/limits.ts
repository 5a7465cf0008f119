/** Discord's bounds on what the bot offers to pick from. */

/** Choices of an option, and options of a select. */
export const choicesAtMost = 25;

/** The name of a choice, in characters. */
export const choiceNameAtMost = 100;
