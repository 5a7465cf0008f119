/** The English catalogue. */
import { admin } from './admin.js';
import { audit } from './audit.js';
import { badges } from './badges.js';
import { buddies } from './buddies.js';
import { buttons } from './buttons.js';
import { capture } from './capture.js';
import { code } from './code.js';
import { commands } from './commands.js';
import { digest } from './digest.js';
import { digestChart } from './digest-chart.js';
import { digestDelivery } from './digest-delivery.js';
import { entries } from './entries.js';
import { errors } from './errors.js';
import { exports } from './exports.js';
import { following } from './following.js';
import { general } from './general.js';
import { help } from './help.js';
import { imports } from './imports.js';
import { moderation } from './moderation.js';
import { notices } from './notices.js';
import { people } from './people.js';
import { pictures } from './pictures.js';
import { profile } from './profile.js';
import { projects } from './projects.js';
import { queue } from './queue.js';
import { reminders } from './reminders.js';
import { reports } from './reports.js';
import { rights } from './rights.js';
import { safety } from './safety.js';
import { search } from './search.js';
import { sessions } from './sessions.js';
import { stats } from './stats.js';
import { tags } from './tags.js';
import { welcome } from './welcome.js';

export const en = {
  admin,
  audit,
  badges,
  buddies,
  buttons,
  capture,
  code,
  commands,
  digest,
  digestChart,
  digestDelivery,
  entries,
  errors,
  exports,
  following,
  general,
  help,
  imports,
  people,
  moderation,
  notices,
  pictures,
  profile,
  projects,
  queue,
  reminders,
  reports,
  safety,
  rights,
  search,
  sessions,
  stats,
  tags,
  welcome,
};
