/** The controls of an import's preview: each changes one thing, or nothing, and shows the preview again. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import { type Component, type Context, defineComponent, type Outcome } from '../../discord/define.js';
import { type ImportService, importPreviewView, pageOfPlace } from '../../features/readme/index.js';
import { routes } from '../routes.js';

type Asks<Method extends keyof ImportService> = Context<{ imports: Pick<ImportService, Method> }>;

const preview = (
  { words }: Pick<Context, 'words'>,
  shown: Parameters<typeof importPreviewView>[1],
  at: Parameters<typeof importPreviewView>[2],
): Outcome => ({ kind: 'message', view: importPreviewView(words, shown, at) });

/** `Previous` and `Next`. */
const page = defineComponent({
  route: routes.importPage,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id, page }, context: Asks<'show'>) {
    const { guildId, actor, services } = context;
    return preview(context, await services.imports.show(guildId, actor.id, id), { page });
  },
});

/** Leaves out entries of the page, and includes them again. */
const keep = defineComponent({
  route: routes.importKeep,
  answers: 'update',
  async run({ values }: StringSelectMenuInteraction, { import: id, page }, context: Asks<'keepOnly'>) {
    const { guildId, actor, services } = context;
    const wanted = values.map(Number);
    return preview(context, await services.imports.keepOnly(guildId, actor.id, id, { page, wanted }), {
      page,
    });
  },
});

/** Picks the entry whose kind is to change; the kinds follow. */
const pick = defineComponent({
  route: routes.importPick,
  answers: 'update',
  async run({ values }: StringSelectMenuInteraction, { import: id, page }, context: Asks<'show'>) {
    const { guildId, actor, services } = context;
    const shown = await services.imports.show(guildId, actor.id, id);
    return preview(context, shown, { page, picked: Number(values[0]) });
  },
});

/** The kinds that the picked entry may become. */
const kind = defineComponent({
  route: routes.importKind,
  answers: 'update',
  async run({ values }: StringSelectMenuInteraction, { import: id, place }, context: Asks<'setKind'>) {
    const { guildId, actor, services } = context;
    const change = { place, kind: values[0] ?? '' };
    const shown = await services.imports.setKind(guildId, actor.id, id, change);
    return preview(context, shown, { page: pageOfPlace(place) });
  },
});

/** Whether challenges without a solution are imported too. */
const openChallenges = defineComponent({
  route: routes.importOpen,
  answers: 'update',
  async run(
    _interaction: ButtonInteraction,
    { import: id, page, choice },
    context: Asks<'includeOpenChallenges'>,
  ) {
    const { guildId, actor, services } = context;
    const isWanted = choice === 'with';
    const shown = await services.imports.includeOpenChallenges(guildId, actor.id, id, isWanted);
    return preview(context, shown, { page });
  },
});

/** `Also fill my profile`. */
const profile = defineComponent({
  route: routes.importProfile,
  answers: 'update',
  async run(_interaction: ButtonInteraction, { import: id, page }, context: Asks<'toggleProfile'>) {
    const { guildId, actor, services } = context;
    return preview(context, await services.imports.toggleProfile(guildId, actor.id, id), { page });
  },
});

export default [page, keep, pick, kind, openChallenges, profile] satisfies readonly Component[];
