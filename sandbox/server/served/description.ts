/** The routes of Discord's API as its description lists them: what the sandbox is measured by. */
import Router from 'find-my-way';

export interface DescribedRoute {
  method: string;
  template: string;
}

/** Not imported by its name: the package gives TypeScript sources as its types, which other settings don't compile. */
const PACKAGE: string = 'discord-api-spec';
const { ActionTypes, pathsList } = (await import(PACKAGE)) as {
  ActionTypes: { [event: string]: string };
  pathsList: { [method: string]: readonly string[] };
};

/** The gateway's events. */
export const DESCRIBED_EVENTS: readonly string[] = Object.values(ActionTypes);

export const DESCRIBED_ROUTES: readonly DescribedRoute[] = Object.entries(pathsList).flatMap(
  ([method, templates]) => templates.map((template) => ({ method: method.toUpperCase(), template })),
);

let router: ReturnType<typeof Router> | undefined;

/** The route of Discord's API that a path belongs to, served or not. */
export function describedRoute(method: string, path: string): DescribedRoute | undefined {
  router ??= routerOfAll();
  const found = router.find(method as 'GET', path);
  return found ? (found.store as DescribedRoute) : undefined;
}

/** A path of the router for a template: `{user_id}` becomes `:user_id`. */
export function routerPath(template: string): string {
  return template.replaceAll(/\{(\w+)\}/g, ':$1');
}

function routerOfAll(): ReturnType<typeof Router> {
  const made = Router({ ignoreTrailingSlash: true, maxParamLength: 500 });
  for (const route of DESCRIBED_ROUTES)
    made.on(route.method as 'GET', routerPath(route.template), () => undefined, route);
  return made;
}
