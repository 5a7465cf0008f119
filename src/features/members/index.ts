/** What other rooms may use of members. */
export { rememberMember } from './member-statement.js';
