import { randomBytes } from 'node:crypto'
import { type AddressInfo, connect } from 'node:net'
import { createServer, type Server, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ByteStream } from '../src/net/byte-stream.ts'
import {
  ClientSession,
  type SessionVersion,
  sessionOffer,
  sessionSuites,
  sessionVersions,
} from '../src/session/index.ts'
import { contentTypes } from '../src/wire/record.ts'
import { cipherSuiteName } from '../src/wire/registry/cipher-suite.ts'
import { make } from './support/certificates.ts'

/** Echoes in capitals, so that what comes back was read, understood and sealed by the server. */
function echo(socket: TLSSocket): void {
  socket.on('error', () => {})
  socket.on('data', (data) => socket.write(data.toString().toUpperCase()))
}

describe('a session with a real server', () => {
  let server: Server
  beforeAll(async () => {
    const rsa = await make({ subject: 'CN=rsa.example', key: 'rsa' })
    const ec = await make({ subject: 'CN=ec.example' })
    server = createServer(
      {
        cert: [rsa.pem, ec.pem],
        key: [rsa.keyPem, ec.keyPem],
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.2',
        ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0',
        dhparam: 'auto',
      },
      echo,
    )
    server.on('tlsClientError', (_error, socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())))

  /** What the server answers to `hello` in a session of this one suite; its alert or end where there was none. */
  async function talk(version: SessionVersion, suite: number): Promise<string> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    const stream = new ByteStream(socket)
    try {
      const offer = sessionOffer(version, { shape: 'test', cipherSuites: [suite], serverName: null })
      const session = await ClientSession.open(stream, offer, randomBytes)
      await session.finish()
      session.channel.send(contentTypes.applicationData, Buffer.from('hello'))
      const answers: string[] = []
      while (answers.join('').length < 5) {
        const answer = await session.channel.next()
        if (answer.kind !== 'application-data') return answer.kind
        answers.push(Buffer.from(answer.content).toString())
      }
      return answers.join('')
    } catch (error) {
      return (error as Error).message
    } finally {
      stream.close()
    }
  }

  /** What Node's OpenSSL is built without, or what needs a DSA certificate. */
  const missing = /RC4|DES|DSS|WITH_NULL_MD5|CAMELLIA_..._[GC]CM|ARIA_..._CBC|anon_WITH_ARIA/
  const expected = (version: SessionVersion) =>
    sessionSuites(version).filter((id) => !missing.test(cipherSuiteName(id)))

  it.each(sessionVersions.filter((version) => version !== 'SSLv3'))(
    '%s goes through in every suite that both sides know',
    async (version) => {
      const failed: string[] = []
      const suites = expected(version)
      expect(suites.length).toBeGreaterThan(version === 'TLSv1.2' ? 60 : 20)
      for (const suite of suites) {
        const answer = await talk(version, suite)
        if (answer !== 'HELLO') failed.push(`${cipherSuiteName(suite)}: ${answer}`)
      }
      expect(failed).toEqual([])
    },
  )
})
