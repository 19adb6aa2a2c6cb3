/** The least of SMTP (RFC 5321) that offers STARTTLS (RFC 3207) as mail servers do. It takes no mail. */
import type { Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import type { SecureContextOptions } from 'node:tls'
import { createSecureContext, TLSSocket } from 'node:tls'

export function createSmtpServer(options: SecureContextOptions): Server {
  const secureContext = createSecureContext(options)
  return createServer((socket) => {
    talk(
      socket,
      () => {
        const secure = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: [] })
        talk(secure, null)
      },
      'greet',
    )
  })
}

function talk(socket: Socket, upgrade: (() => void) | null, greeting?: 'greet'): void {
  const say = (...lines: readonly string[]) => socket.write(`${lines.join('\r\n')}\r\n`)
  let pending = ''
  socket.setTimeout(10_000, () => socket.destroy())
  socket.on('error', () => socket.destroy())
  if (greeting) say(`220 ${hostName} ESMTP practice`)

  const onData = (chunk: Buffer): void => {
    pending += chunk.toString('latin1')
    if (pending.length > 4096) {
      socket.end('500 Line too long\r\n')
      return
    }
    for (let end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
      const line = pending.slice(0, end).trim()
      pending = pending.slice(end + 1)
      const verb = line.split(' ', 1)[0]?.toUpperCase()
      if (verb === 'STARTTLS' && upgrade) {
        // Anything sent before the handshake is dropped: CVE-2011-0411 is what happens otherwise.
        pending = ''
        socket.off('data', onData)
        say('220 Ready to start TLS')
        upgrade()
        return
      }
      if (verb === 'QUIT') {
        socket.end('221 Bye\r\n')
        return
      }
      if (verb === 'EHLO')
        say(`250-${hostName}`, '250-8BITMIME', upgrade ? '250-STARTTLS' : '250-AUTH PLAIN', '250 SIZE 1000000')
      else if (verb === 'HELO') say(`250 ${hostName}`)
      else if (verb === 'NOOP' || verb === 'RSET') say('250 OK')
      else say('502 The practice server takes no mail')
    }
  }
  socket.on('data', onData)
}

const hostName = 'smtp.lab.sundown.example'
