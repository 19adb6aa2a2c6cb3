import type { Dialect, NotUpgraded, Upgrade } from './dialect.ts'
import { words } from './words.ts'

/** IRCv3 `tls`: STARTTLS is answered by numeric 670 or 691. Notices and pings may come before. */
export const irc: Dialect = {
  kind: 'irc',
  ports: [6667],
  upgrade: async (stream) => {
    let banner: string | null = null
    stream.write('STARTTLS\r\n')
    for (let count = 0; count < maxLines; count += 1) {
      const line = await stream.readLine()
      const [, command = '', rest = ''] = /^(?::\S+ +)?([A-Za-z]+|\d{3})(?: +(.*))?$/.exec(line) ?? []
      if (command === '') return no('not-spoken', banner, line)
      banner ??= words(line)
      if (command === '670') return { upgraded: true, banner }
      if (command.toUpperCase() === 'PING') stream.write(`PONG ${rest}\r\n`)
      const reason = denials.get(command.toUpperCase())
      if (reason) return no(reason, banner, line)
    }
    return no('not-spoken', banner, '')
  },
}

/** 421 does not know the command and 451 wants a login first; ERROR is how a server hangs up when it has enough. */
const denials = new Map<string, NotUpgraded['reason']>([
  ['421', 'not-offered'],
  ['451', 'not-offered'],
  ['691', 'refused'],
  ['ERROR', 'throttled'],
])

function no(reason: NotUpgraded['reason'], banner: string | null, reply: string): Upgrade {
  return { upgraded: false, reason, banner, reply: words(reply) }
}

const maxLines = 100
