/** A server of the journey's own on 127.0.0.2, which the product under test is allowed to probe. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'

export interface OwnServer {
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

export interface OwnServerOptions {
  /** Holds back the first answer of every connection, which makes a scan last. */
  readonly delayMilliseconds?: number
  readonly plainText?: boolean
}

const host = '127.0.0.2'

export async function startOwnServer(options: OwnServerOptions): Promise<OwnServer> {
  const sockets = new Set<Socket>()
  const inner = options.plainText ? plainServer() : tlsServer()
  const innerPort = await listen(inner, '127.0.0.1')
  const outer = createServer((client) => {
    const upstream = connect(innerPort, '127.0.0.1')
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    upstream.pipe(client)
    setTimeout(() => client.pipe(upstream), options.delayMilliseconds ?? 0)
  })
  const port = await listen(outer, host)
  return {
    host,
    port,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([inner, outer].map((server) => new Promise((done) => server.close(done))))
    },
  }
}

const plainServer = () =>
  createServer((socket) =>
    socket
      .resume()
      .on('error', () => {})
      .end('220 this is no TLS server\r\n'),
  )

/** TLS 1.0 to 1.2 with a certificate of the practice lab; its authority is none of the tenant's for this name. */
function tlsServer(): Server {
  const { key, cert } = labCertificate()
  return createTlsServer(
    { key, cert, minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ALL:@SECLEVEL=0' },
    (socket) => socket.on('error', () => {}).end(),
  ).on('tlsClientError', () => {}) as unknown as Server
}

function labCertificate(): { key: string; cert: string } {
  const folder = join(process.env.SUNDOWN_E2E_DATA ?? '', 'lab')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const keys = texts.filter((text) => text.includes('PRIVATE KEY'))
  const certificates = texts.flatMap(
    (text) => text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [],
  )
  for (const key of keys) {
    const cert = certificates.find((pem) => !new X509Certificate(pem).ca && matches(pem, key))
    if (cert !== undefined) return { key, cert }
  }
  throw new Error(`no certificate with its key in ${folder}`)
}

function matches(cert: string, key: string): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

function listen(server: Server, address: string): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen(0, address, () => settle((server.address() as { port: number }).port))
  })
}
