/** Profiles: what members tell of themselves and their projects. */
import nexusProfile from '../../commands/nexus-profile.js';
import profile from '../../commands/profile.js';
import profileLinks from '../../components/profiles/profile-links.js';
import profileLinksForm from '../../components/profiles/profile-links-form.js';
import profileProject from '../../components/profiles/profile-project.js';
import profileProjectForm from '../../components/profiles/profile-project-form.js';
import profileReminders from '../../components/profiles/profile-reminders.js';
import profileSaving from '../../components/profiles/profile-saving.js';
import type { Core } from '../../core.js';
import { defineFeature } from '../../discord/feature.js';
import type { Guard, MuteService } from '../guard/index.js';
import type { LanguageService } from '../languages/index.js';
import { ProfileService } from './profile-service.js';
import { ProfileStore } from './profile-store.js';

interface Needs extends Core {
  guard: Guard;
  mutes: MuteService;
  languages: LanguageService;
}

export default defineFeature({
  name: 'profiles',
  commands: [profile, nexusProfile],
  components: [
    profileLinks,
    profileLinksForm,
    profileProject,
    profileProjectForm,
    profileReminders,
    profileSaving,
  ],
  services: ({ clock, dataSource, guard, mutes }: Needs) => ({
    profiles: new ProfileService(new ProfileStore(dataSource), clock, guard, mutes),
  }),
});
