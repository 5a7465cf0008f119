/** The page of `npm run say -- help`. */
export const help = `Talks to the bot of a running sandbox (npm start) as one of its members.

  npm run say -- '/search "docker compose"'    runs a command and shows the answer
  npm run say -- '/share kind:concept title:"Why B-trees" body:"Two
    lines"'                                    options by name; text can span lines
  npm run say -- click 2                       presses a button, by number or label
  npm run say -- choose 3 week                 chooses in a select: an option, @member, #channel
  npm run say -- submit title='One line' body=@notes.md
                                               sends the open form; @ reads a file
  npm run say -- complete '/entry view doc'    what is offered as you type
  npm run say -- read 10                       the channel's last messages
  npm run say -- write 'Hello'                 writes a message
  npm run say -- menu 'Save as learning' 2     a message's menu (its number) or a member's (@name)
  npm run say -- who                           the members
  npm run say -- clock +3d                     moves the clock; also "next monday 09:00", -2h, now

  --as chidi      who acts from now on       --in help    where, from now on (dm: the bot's own)
  --json          the raw exchange            --file file=README.md    a file for a command's option
Numbers are those of the last answer. SANDBOX_PORT says where the sandbox is (4600).`;
