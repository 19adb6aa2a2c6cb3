/** Every parser of peer bytes, with what it may do when they are wrong. */

import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'
import { duplexPair } from 'node:stream'
import { createServer, rootCertificates } from 'node:tls'
import { hstsOf } from '../src/active/strict-transport-security.ts'
import { deploymentFromChain, nameFromDer } from '../src/certificate/index.ts'
import { parsePolicy } from '../src/dns-policy/mta-sts.ts'
import { plainOffer } from '../src/hello/shapes.ts'
import { ByteStream } from '../src/net/byte-stream.ts'
import { StreamEnd } from '../src/net/stream-end.ts'
import { readFlight } from '../src/probe/flight.ts'
import { NotTls } from '../src/probe/message-stream.ts'
import { sendHello } from '../src/probe/probe.ts'
import { probeSsl2 } from '../src/probe/ssl2-probe.ts'
import { dialects } from '../src/starttls/index.ts'
import { tdsFraming } from '../src/starttls/tds-packet.ts'
import { certificate, certificate13 } from '../src/wire/certificate-message.ts'
import { certificateRequest10, certificateRequest12, certificateRequest13 } from '../src/wire/certificate-request.ts'
import { type Codec, decode } from '../src/wire/codec.ts'
import { extensionList } from '../src/wire/extensions/extension.ts'
import { extensions } from '../src/wire/extensions/index.ts'
import { serverHello } from '../src/wire/server-hello.ts'
import { serverKeyExchange } from '../src/wire/server-key-exchange.ts'
import { ssl2Record, ssl2ServerHello } from '../src/wire/ssl2.ts'
import { WireError } from '../src/wire/wire-error.ts'
import type { Random } from './mutate.ts'

export interface FuzzTarget {
  readonly name: string
  /** Good input to start from. */
  readonly seeds: readonly Uint8Array[]
  /** Throws or rejects only for what is a bug. */
  readonly run: (bytes: Uint8Array, random: Random) => void | Promise<void>
}

/** Records what a real server answers, then lists all targets. */
export async function fuzzTargets(pair: {
  readonly cert: string
  readonly key: string
}): Promise<readonly FuzzTarget[]> {
  const flights = await Promise.all((['TLSv1.2', 'TLSv1.3'] as const).map((version) => recordFlight(version, pair)))
  return [
    ...certificateTargets(pair.cert),
    ...wireTargets(),
    ...flightTargets(flights),
    ...starttlsTargets(),
    ...otherTargets(),
  ]
}

function certificateTargets(pem: string): readonly FuzzTarget[] {
  const leaf = new X509Certificate(pem).raw
  const roots = rootCertificates.slice(0, 12).map((root) => new X509Certificate(root).raw)
  const fixture = (name: string) => readFileSync(new URL(`../fixtures/certificates/ocsp/${name}.der`, import.meta.url))
  const served = { serverName: 'server.example', versions: ['TLSv1.2' as const], trustAnchors: [pem], now: new Date(0) }
  return [
    { name: 'certificate', seeds: [leaf, ...roots], run: (bytes) => void deploymentFromChain([bytes, leaf], served) },
    { name: 'chain', seeds: [leaf, ...roots], run: (bytes) => void deploymentFromChain([leaf, bytes, bytes], served) },
    {
      name: 'staple',
      seeds: ['good', 'revoked', 'delegated', 'unknown'].map(fixture),
      run: (bytes) => void deploymentFromChain([fixture('leaf'), fixture('ca')], { ...served, ocspStaple: bytes }),
    },
    {
      name: 'distinguished name',
      seeds: [Buffer.from('3011310f300d06035504030c06526f6f742031', 'hex')],
      run: (bytes) => void nameFromDer(bytes),
    },
  ]
}

function wireTargets(): readonly FuzzTarget[] {
  const keyExchange = (params: 'dh' | 'ec' | 'rsa', signed: boolean) =>
    serverKeyExchange({ params, signed, namesScheme: signed, hint: false })
  const codecs: readonly (readonly [string, Codec<never>])[] = Object.entries({
    serverHello,
    certificate,
    certificate13,
    certificateRequest10,
    certificateRequest12,
    certificateRequest13,
    extensionList,
    ssl2Record,
    ssl2ServerHello,
    dhe: keyExchange('dh', true),
    ecdhe: keyExchange('ec', true),
    anonymous: keyExchange('ec', false),
    export: keyExchange('rsa', true),
  }) as never
  const seeds = [
    Buffer.from(`0303${'07'.repeat(32)}20${'01'.repeat(32)}c02f000005ff01000100`, 'hex'),
    Buffer.from('00000a0000073005020101', 'hex'),
    Buffer.from('0300174104aabbccdd0804000401020304', 'hex'),
    Buffer.from('0040000102000504010203040003010203', 'hex'),
  ]
  const all = [
    ...codecs,
    ...extensions.flatMap((each) => Object.entries(each).filter(([, value]) => isCodec(value)) as never),
  ]
  return [
    {
      name: 'wire',
      seeds,
      run: (bytes) => {
        for (const [, codec] of all) tolerate(() => decode(codec, bytes), [WireError])
      },
    },
  ]
}

function flightTargets([tls12 = Buffer.alloc(1), tls13 = Buffer.alloc(1)]: readonly Buffer[]): readonly FuzzTarget[] {
  const flight = (version: 'TLSv1.2' | 'TLSv1.3', seed: Buffer): FuzzTarget => ({
    name: `flight of ${version}`,
    seeds: [seed],
    run: (bytes, random) =>
      tolerate(async () => {
        const stream = streamOf(bytes, random)
        const offer = plainOffer(version, 'server.example')
        const sent = sendHello(stream, offer, (length) => Buffer.alloc(length, 7))
        await readFlight({ ...sent, offer, depth: 'flight', common: { shape: 'fuzz', banner: null }, stream })
      }, flightErrors),
  })
  return [
    flight('TLSv1.2', tls12),
    flight('TLSv1.3', tls13),
    {
      name: 'SSL 2.0',
      seeds: [
        Buffer.from(
          '802f0400010002001200030010300e060355040313076578616d706c65010080020080aabbccddeeff00112233445566778899',
          'hex',
        ),
      ],
      run: (bytes, random) =>
        tolerate(
          async () =>
            void (await probeSsl2(
              streamOf(bytes, random),
              plainOffer('SSLv2', null),
              (length) => Buffer.alloc(length, 7),
              { shape: 'fuzz', banner: null },
            )),
          flightErrors,
        ),
    },
  ]
}

function starttlsTargets(): readonly FuzzTarget[] {
  const text: Readonly<Record<string, string>> = {
    smtp: '220 x ESMTP\r\n250-x\r\n250 STARTTLS\r\n220 go\r\n',
    imap: '* OK hi\r\n* CAPABILITY STARTTLS\r\ns1 OK\r\ns2 OK\r\n',
    pop3: '+OK\r\n+OK\r\nSTLS\r\n.\r\n+OK\r\n',
    sieve: '"IMPLEMENTATION" {3}\r\nabc\r\n"STARTTLS"\r\nOK\r\nOK\r\n',
    ftp: '220-a\r\n220 b\r\n234 ok\r\n',
    xmpp: '<stream:stream><stream:features><starttls/></stream:features><proceed/>',
    nntp: '200 hi\r\n101 x\r\nSTARTTLS\r\n.\r\n382 go\r\n',
    irc: ':x NOTICE * :hi\r\n:x 670 * :go\r\n',
  }
  const binary: Readonly<Record<string, string>> = {
    ldap: '300c02010178070a010004000400',
    postgres: '450000002553464154414c00433533333030004d746f6f206d616e7920636c69656e74730000',
    mysql: '2c0000000a31302e3100010000006161616161616161006effff0000000000000000000000000000000000000000000000',
    rdp: '030000130ed000001234000200080002000000',
    mssql: '0401001a0000010000000b000601001100 01ff0f0007d0000001'.replace(' ', ''),
  }
  const seedOf = (kind: string) =>
    Buffer.from(text[kind] ?? Buffer.from(binary[kind] ?? '', 'hex').toString('latin1'), 'latin1')
  return dialects.map(({ kind, upgrade }) => ({
    name: `starttls ${kind}`,
    seeds: [seedOf(kind === 'lmtp' || kind === 'submission' ? 'smtp' : kind === 'xmpp-server' ? 'xmpp' : kind)],
    run: (bytes, random) =>
      tolerate(
        async () =>
          void (await upgrade(streamOf(bytes, random), { host: 'server.example', clientName: 'client.example' })),
        [StreamEnd],
      ),
  }))
}

function otherTargets(): readonly FuzzTarget[] {
  return [
    {
      name: 'HSTS header',
      seeds: [Buffer.from('HTTP/1.1 200 OK\r\nStrict-Transport-Security: max-age="1"; includeSubDomains\r\n\r\n')],
      run: (bytes) => {
        const { state, maxAge } = hstsOf(Buffer.from(bytes).toString('latin1'))
        if ((state === 'sent') !== (maxAge !== null)) throw new Error('a policy without an age, or an age without one')
      },
    },
    {
      name: 'MTA-STS policy',
      seeds: [Buffer.from('version: STSv1\r\nmode: enforce\r\nmx: *.example.org\r\nmax_age: 86400\r\n')],
      run: (bytes) => void parsePolicy(Buffer.from(bytes).toString('utf8')),
    },
    {
      name: 'TDS framing',
      seeds: [Buffer.from('1201000c00000100aabbccdd1200000a00000100eeff', 'hex')],
      run: (bytes, random) => {
        const framing = tdsFraming()
        const cut = Math.floor(random() * bytes.length)
        const out = [bytes.subarray(0, cut), bytes.subarray(cut)].map(
          (part) => framing.unwrap(Buffer.from(part)).length,
        )
        if ((out[0] ?? 0) + (out[1] ?? 0) > bytes.length) throw new Error('more came out than went in')
      },
    },
  ]
}

/** What a real server sends back to our hello, as raw bytes. */
async function recordFlight(version: 'TLSv1.2' | 'TLSv1.3', pair: { cert: string; key: string }): Promise<Buffer> {
  const server = createServer({ ...pair, minVersion: version, maxVersion: version })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const chunks: Buffer[] = []
  await new Promise<void>((resolve) => {
    socket.once('connect', () =>
      sendHello(new ByteStream(socket), plainOffer(version, 'server.example'), (length) => Buffer.alloc(length, 7)),
    )
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      setTimeout(resolve, 100)
    })
  })
  socket.destroy()
  server.close()
  return Buffer.concat(chunks)
}

/** The bytes as a peer that says them in two pieces and hangs up. */
function streamOf(bytes: Uint8Array, random: Random): ByteStream {
  const [ours, theirs] = duplexPair()
  for (const end of [ours, theirs]) end.on('error', () => {})
  theirs.resume()
  const cut = Math.floor(random() * bytes.length)
  theirs.write(bytes.subarray(0, cut))
  setImmediate(() => theirs.end(bytes.subarray(cut)))
  return new ByteStream(ours as unknown as Socket)
}

function tolerate(act: () => unknown, expected: Expected): void | Promise<void> {
  const judge = (error: unknown) => {
    if (!expected.some((kind) => error instanceof kind)) throw error
  }
  try {
    const result = act()
    return result instanceof Promise ? result.then(() => undefined, judge) : undefined
  } catch (error) {
    judge(error)
  }
}

const isCodec = (value: unknown) => typeof value === 'object' && value !== null && 'read' in value && 'write' in value
type Expected = readonly (new (...args: never[]) => Error)[]
const flightErrors: Expected = [WireError, StreamEnd, NotTls]
