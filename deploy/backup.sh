#!/usr/bin/env bash
# Saves the database of compose.yaml to a file, checks files, and puts one back in the place of everything:
#   deploy/backup.sh save [file]      default: nexus-<UTC time>.backup in the working directory
#   deploy/backup.sh verify <file>
#   deploy/backup.sh restore <file>
# Every night, as a line of crontab:  15 2 * * * /srv/nexus/deploy/backup.sh save /srv/backups/nexus-$(date +\%u).backup
set -euo pipefail

compose=(docker compose --project-directory "$(dirname "${BASH_SOURCE[0]}")/..")
tool=(node dist/database-tool.js)

save() {
  file=${1:-nexus-$(date -u +%Y%m%dT%H%M%SZ).backup}
  # Whole or not at all: a backup that breaks off does not replace an earlier one.
  trap 'rm -f "$file.unfinished"' EXIT
  (umask 077 && "${compose[@]}" exec -T bot "${tool[@]}" backup - > "$file.unfinished")
  "${compose[@]}" exec -T bot "${tool[@]}" verify - < "$file.unfinished"
  mv "$file.unfinished" "$file"
  echo "Saved to $file."
}

restore() {
  # Read whole before the bot is stopped; the old data stay until the new ones are complete.
  "${compose[@]}" run --rm -T --no-deps bot "${tool[@]}" verify - < "$1"
  "${compose[@]}" stop bot
  trap '"${compose[@]}" up --detach bot' EXIT
  "${compose[@]}" run --rm -T bot "${tool[@]}" restore - --yes < "$1"
}

case "${1:-}" in
  save) save "${2:-}" ;;
  verify) "${compose[@]}" run --rm -T --no-deps bot "${tool[@]}" verify - < "${2:?name the file to check}" ;;
  restore) restore "${2:?name the file to restore}" ;;
  *)
    sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
