/** The English catalogue. */
import { admin } from './admin.js';
import { audit } from './audit.js';
import { buttons } from './buttons.js';
import { commands } from './commands.js';
import { digest } from './digest.js';
import { digestChart } from './digest-chart.js';
import { digestDelivery } from './digest-delivery.js';
import { entries } from './entries.js';
import { errors } from './errors.js';
import { exports } from './exports.js';
import { general } from './general.js';
import { help } from './help.js';
import { imports } from './imports.js';
import { moderation } from './moderation.js';
import { notices } from './notices.js';
import { people } from './people.js';
import { profile } from './profile.js';
import { queue } from './queue.js';
import { reminders } from './reminders.js';
import { reports } from './reports.js';
import { rights } from './rights.js';
import { safety } from './safety.js';
import { search } from './search.js';
import { stats } from './stats.js';
import { tags } from './tags.js';

export const en = {
  admin,
  audit,
  buttons,
  commands,
  digest,
  digestChart,
  digestDelivery,
  entries,
  errors,
  exports,
  general,
  help,
  imports,
  people,
  moderation,
  notices,
  profile,
  queue,
  reminders,
  reports,
  safety,
  rights,
  search,
  stats,
  tags,
};
