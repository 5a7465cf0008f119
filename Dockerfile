# The bot in a container: `docker build --tag nexus .`; compose.yaml runs it beside its database.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/build.mjs scripts/
COPY migrations migrations
COPY src src
RUN npm run build

FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Only development packages are left out: optional ones hold the native parts of others.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
LABEL org.opencontainers.image.title="Nexus" \
      org.opencontainers.image.description="A Discord bot for a learning cohort" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production HTTP_HOST=0.0.0.0
WORKDIR /app
# Migrations are read from dist/migrations, found from where the code lies.
COPY package.json LICENSE ./
# npm run backup, restore, db:migrate and db:revert, as in a checkout.
COPY scripts/database-tool.mjs scripts/
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 8080
# Whether the process is alive. Not /readyz: a database that restarts must not get the bot restarted, which waits for it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# A list, not a line for a shell: the bot itself gets SIGTERM, and has ten seconds to finish what it began.
CMD ["node", "dist/index.js"]
