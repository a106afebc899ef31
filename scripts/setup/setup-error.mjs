/** Why the setting up stopped, and what to do, in the user's words. */
export class SetupError extends Error {}
