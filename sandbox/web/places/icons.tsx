/** The icons of the window's frame. */
import { Icon, type IconProps } from '../parts/icons.js';

export const MenuIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Icon>
);

export const MembersIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="9" cy="8.5" r="3.5" />
    <path d="M2.8 19.5c.6-3.6 3-5.5 6.2-5.5s5.6 1.9 6.2 5.5M15.5 5.4a3.5 3.5 0 010 6.2M17.5 14.6c2 .7 3.3 2.4 3.7 4.9" />
  </Icon>
);

export const ClockIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3.2 2" />
  </Icon>
);

export const SettingsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2.2" />
    <circle cx="9" cy="17" r="2.2" />
  </Icon>
);

export const DevtoolsIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 6.5l5 5.5-5 5.5M12 18h8" />
  </Icon>
);

export const CrownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 17.5h16M4.5 14L3.5 7l5 3.5L12 5l3.5 5.5 5-3.5-1 7z" />
  </Icon>
);
