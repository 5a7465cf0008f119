/** The icons that only messages use, in the style of the shared ones. */
import { Icon, type IconProps } from '../parts/icons.js';

export const AddReactionIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M20 11.5A8 8 0 1112.5 4" />
    <path d="M8.5 14.5s1.2 2 3.5 2 3.5-2 3.5-2M9 10v.1M15 10v.1M18.5 2.5v6M15.5 5.5h6" />
  </Icon>
);

export const EyeIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.8" />
  </Icon>
);

export const OpenOutsideIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 01-1 1H5a1 1 0 01-1-1V7a1 1 0 011-1h5" />
  </Icon>
);

export const DownloadIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 4v11M7.5 11L12 15.5 16.5 11M4.5 19.5h15" />
  </Icon>
);

export const ArrowDownIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 5v14M6 13l6 6 6-6" />
  </Icon>
);

export const JoinIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 12h14M12.5 6.5L18 12l-5.5 5.5" />
  </Icon>
);

export const PinIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M9 4h6l-.8 6 3.3 3.5H6.5L9.8 10zM12 13.5V20" />
  </Icon>
);

export const InfoIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 11v5M12 8v.1" />
  </Icon>
);
