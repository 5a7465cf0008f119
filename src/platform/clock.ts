/** The one source of the present time; tests and the sandbox put another in its place. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
