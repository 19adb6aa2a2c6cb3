/** What each lab server accepts, and how it talks. */
import type { AddressInfo, Server } from 'node:net'
import type { SecureContextOptions, TLSSocket } from 'node:tls'
import { createServer as createTlsServer } from 'node:tls'
import { createSmtpServer } from './smtp-server.ts'
import type { LabKey } from './targets.ts'

export type ServedKey = Exclude<LabKey, 'silent'>

export function createLabServer(key: ServedKey, pair: { cert: string; key: string }): Server {
  const options: SecureContextOptions = { ...offers[key], ...pair, honorCipherOrder: true }
  return key === 'smtp' ? createSmtpServer(options) : createHttpsServer(options)
}

/** Resolves once listening; rejects with the system's error, for instance EADDRINUSE. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      server.on('error', () => {})
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function createHttpsServer(options: SecureContextOptions): Server {
  const server = createTlsServer({ ...options, handshakeTimeout: idleMs }, greet)
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.on('connection', (socket) => socket.on('error', () => {}))
  return server
}

function greet(socket: TLSSocket): void {
  socket.setTimeout(idleMs, () => socket.destroy())
  socket.on('error', () => {})
  socket.once('data', () => socket.end(page))
}

const idleMs = 10_000
const body = 'Sundown practice lab\n'
const page = `HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`

/** OpenSSL's security level 0 is what lets TLS 1.0 and 1.1 be spoken at all. */
const legacy = 'ALL:!aNULL:!eNULL:@SECLEVEL=0'
const accepted = 'ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256'
const offers: Readonly<Record<ServedKey, SecureContextOptions>> = {
  tls10: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: legacy },
  mixed: { minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: legacy },
  modern: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: accepted },
  tls13: { minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3' },
  'odd-suites': { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-CHACHA20-POLY1305' },
  expired: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' },
  smtp: { minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: legacy },
}
