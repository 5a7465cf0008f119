/** What components of messages and forms can hold, as far as it is read as text. */
export interface Part {
  type?: number;
  content?: string;
  label?: string;
  description?: string;
  placeholder?: string;
  custom_id?: string;
  url?: string;
  value?: string;
  style?: number;
  disabled?: boolean;
  spoiler?: boolean;
  required?: boolean;
  max_length?: number;
  default?: boolean;
  emoji?: { name?: string };
  options?: { label: string; value: string; default?: boolean }[];
  components?: Part[];
  component?: Part;
  accessory?: Part;
  items?: { media?: { url?: string }; description?: string }[];
  media?: { url?: string };
  file?: { url?: string };
  name?: string;
}
