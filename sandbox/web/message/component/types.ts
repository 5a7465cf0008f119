/** Discord's numbers for components under its own names: imported as values, they would bring a whole package along. */
import type { ButtonStyle, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';

export const ACTION_ROW: ComponentType.ActionRow = 1;
export const BUTTON: ComponentType.Button = 2;
export const STRING_SELECT: ComponentType.StringSelect = 3;
export const USER_SELECT: ComponentType.UserSelect = 5;
export const ROLE_SELECT: ComponentType.RoleSelect = 6;
export const MENTIONABLE_SELECT: ComponentType.MentionableSelect = 7;
export const CHANNEL_SELECT: ComponentType.ChannelSelect = 8;
export const SECTION: ComponentType.Section = 9;
export const TEXT_DISPLAY: ComponentType.TextDisplay = 10;
export const THUMBNAIL: ComponentType.Thumbnail = 11;
export const MEDIA_GALLERY: ComponentType.MediaGallery = 12;
export const FILE: ComponentType.File = 13;
export const SEPARATOR: ComponentType.Separator = 14;
export const CONTAINER: ComponentType.Container = 17;

export const LINK_STYLE: ButtonStyle.Link = 5;
export const PREMIUM_STYLE: ButtonStyle.Premium = 6;

export const LARGE_SPACING: SeparatorSpacingSize.Large = 2;
