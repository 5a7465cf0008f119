/** All controls of the set-up panel, for the list of components. */
import channel from './setup-channel.js';
import digestDay from './setup-digest-day.js';
import digestTime from './setup-digest-time.js';
import language from './setup-language.js';
import logChannel from './setup-log-channel.js';
import moderatorRole from './setup-moderator-role.js';
import timezone from './setup-timezone.js';
import timezoneChoice from './setup-timezone-choice.js';
import timezoneForm from './setup-timezone-form.js';

export default [
  channel,
  digestDay,
  digestTime,
  language,
  logChannel,
  moderatorRole,
  timezone,
  timezoneChoice,
  timezoneForm,
];
