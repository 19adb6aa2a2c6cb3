/** TLS 1.3 sessions by `node:tls`: our own sessions end at TLS 1.2. */
import { connect, type TLSSocket } from 'node:tls'
import type { ByteStream } from '../net/byte-stream.ts'
import type { Ending } from './ending.ts'

/** Takes the stream over. Whether the certificate is good is another question. */
export function startTls13(stream: ByteStream, serverName: string | null, session?: Buffer): TLSSocket {
  return connect({
    socket: stream.release(),
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    rejectUnauthorized: false,
    ...(serverName === null ? {} : { servername: serverName }),
    ...(session === undefined ? {} : { session }),
  })
}

/** OpenSSL's names of what ended it; the two alerts say that TLS 1.3 or what it needs is not spoken. */
export function endOf({ code = '' }: NodeJS.ErrnoException): Ending['kind'] {
  if (code === 'ECONNRESET') return 'reset'
  return /ALERT_(PROTOCOL_VERSION|HANDSHAKE_FAILURE)$/.test(code) ? 'alert' : 'other'
}

export type Said = { readonly text: string } | { readonly ended: Ending['kind'] }

/** Says `words` once the handshake is done; what is answered until the peer has nothing more to say for a while. */
export function sayUnderTls13(socket: TLSSocket, words: string, patience: number): Promise<Said> {
  return new Promise((resolve) => {
    let text: string | null = null
    const end = (kind: Ending['kind']): void => resolve(text === null ? { ended: kind } : { text })
    socket.once('secureConnect', () => {
      text = ''
      socket.write(words, 'latin1')
      socket.setTimeout(patience, () => end('timed-out'))
    })
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if ((text ?? '').length > maxText) end('other')
    })
    socket.once('end', () => end('closed'))
    socket.on('error', (error) => end(endOf(error)))
    socket.once('close', () => end('closed'))
  })
}

const maxText = 4_096
