#!/usr/bin/env bash
# Saves the database of compose.yaml to a file, and puts it back:
#   deploy/backup.sh save [file]      default: nexus-<UTC time>.dump in the working directory
#   deploy/backup.sh restore <file>   everything that is in the database now gives way to the file's contents
# Every night, as a line of crontab:  15 2 * * * /srv/nexus/deploy/backup.sh save /srv/backups/nexus-$(date +\%u).dump
set -euo pipefail

compose=(docker compose --project-directory "$(dirname "${BASH_SOURCE[0]}")/..")
in_database=("${compose[@]}" exec -T database)

save() {
  file=${1:-nexus-$(date -u +%Y%m%dT%H%M%SZ).dump}
  # Whole or not at all: a backup that breaks off does not replace an earlier one.
  trap 'rm -f "$file.unfinished"' EXIT
  (umask 077 && "${in_database[@]}" pg_dump --username=nexus --dbname=nexus --format=custom > "$file.unfinished")
  "${in_database[@]}" pg_restore --list < "$file.unfinished" > /dev/null
  mv "$file.unfinished" "$file"
  echo "Saved to $file."
}

restore() {
  # Beside the database first, and only what came in whole takes its place; then the bot migrates an older backup.
  "${in_database[@]}" dropdb --username=nexus --if-exists nexus_restored
  "${in_database[@]}" createdb --username=nexus nexus_restored
  "${in_database[@]}" pg_restore --username=nexus --dbname=nexus_restored --single-transaction --exit-on-error < "$1"
  "${compose[@]}" stop bot
  "${in_database[@]}" psql --username=nexus --dbname=postgres --quiet --set=ON_ERROR_STOP=1 \
    --command='DROP DATABASE nexus WITH (FORCE)' --command='ALTER DATABASE nexus_restored RENAME TO nexus'
  "${compose[@]}" up --detach bot
  echo "Restored from $1."
}

case "${1:-}" in
  save) save "${2:-}" ;;
  restore) restore "${2:?name the file to restore}" ;;
  *)
    sed -n '2,4s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
