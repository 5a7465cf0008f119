/** The package ships its zod schemas as plain JavaScript; `schemas.ts` gives them their type. */
declare module 'discord-api-spec/zod';
