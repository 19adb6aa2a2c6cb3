/**
 * Records what OpenSSL's server answers to our hellos, with fixed randomness on our side, into `fixtures/transcripts`:
 * `node scripts/record-transcripts.ts`. The server's own randomness and keys are new each time.
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildClientHello } from '../src/hello/build-client-hello.ts'
import type { Offer } from '../src/hello/offer.ts'
import { plainOffer } from '../src/hello/shapes.ts'
import { clientHello } from '../src/wire/client-hello.ts'
import { encodeHandshake, handshakeTypes } from '../src/wire/handshake.ts'
import { encodeRecord } from '../src/wire/record.ts'

const dir = mkdtempSync(join(tmpdir(), 'sundown-record-'))
const subject = ['-subj', '/CN=server.example', '-days', '3650', '-nodes']
const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
for (const [name, key] of [
  ['rsa', ['-newkey', 'rsa:2048']],
  ['ec', curve],
] as const) {
  const files = ['-keyout', join(dir, `${name}.key`), '-out', join(dir, `${name}.pem`)]
  execFileSync('openssl', ['req', '-x509', ...key, ...files, ...subject], { stdio: 'pipe' })
}

const recordings: readonly { readonly name: string; readonly args: readonly string[]; readonly offer: Offer }[] = [
  {
    name: 'Server-TLSv1.2-EcdheRsa',
    args: ['-cipher', 'ECDHE-RSA-AES128-GCM-SHA256'],
    offer: plainOffer('TLSv1.2', 'server.example'),
  },
  {
    name: 'Server-TLSv1.2-DheRsa',
    args: ['-cipher', 'DHE-RSA-AES256-SHA'],
    offer: plainOffer('TLSv1.2', 'server.example'),
  },
  { name: 'Server-TLSv1.2-StaticRsa', args: ['-cipher', 'AES128-SHA'], offer: plainOffer('TLSv1.2', null) },
  { name: 'Server-TLSv1.2-ClientCertificate', args: ['-Verify', '2'], offer: plainOffer('TLSv1.2', null) },
  {
    name: 'Server-TLSv1.2-Anonymous',
    args: ['-cipher', 'ADH-AES128-SHA:@SECLEVEL=0', '-nocert'],
    offer: plainOffer('TLSv1.2', null),
  },
  { name: 'Server-TLSv1.0-Cbc', args: ['-cipher', 'ALL:@SECLEVEL=0'], offer: plainOffer('TLSv1.0', 'server.example') },
  { name: 'Server-TLSv1.1-Refused', args: ['-tls1_2'], offer: plainOffer('TLSv1.1', null) },
  {
    name: 'Server-TLSv1.3-HelloRetry',
    args: ['-groups', 'P-384'],
    offer: { ...plainOffer('TLSv1.3', null), keyShares: [] },
  },
  {
    name: 'Server-TLSv1.3-NoCommonGroup',
    args: ['-groups', 'P-384'],
    offer: { ...plainOffer('TLSv1.3', null), groups: [29], keyShares: [] },
  },
]

const folder = join(import.meta.dirname, '../fixtures/transcripts')
let port = 43_400
for (const { name, args, offer } of recordings) {
  port += 1
  const identity = args.includes('-nocert') ? [] : ['-cert', join(dir, 'rsa.pem'), '-key', join(dir, 'rsa.key')]
  const server = spawn('openssl', ['s_server', '-accept', `127.0.0.1:${port}`, ...identity, ...args, '-quiet'], {
    stdio: 'ignore',
  })
  await sleep(400)
  const secrets = { random: new Uint8Array(32), sessionId: new Uint8Array(0), keyShares: [] }
  const fragment = encodeHandshake(handshakeTypes.clientHello, clientHello, buildClientHello(offer, secrets))
  const hex = (await answerTo(encodeRecord({ type: 22, version: 0x0301, fragment }))).toString('hex')
  server.kill()
  if (hex === '') throw new Error(`${name}: no answer`)
  writeFileSync(join(folder, `${name}.hex`), `${hex.replace(/.{120}/g, '$&\n')}\n`)
}
rmSync(dir, { recursive: true })

async function answerTo(hello: Uint8Array): Promise<Buffer> {
  const socket = connect(port, '127.0.0.1', () => socket.write(hello)).on('error', () => {})
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await sleep(400)
  socket.destroy()
  return Buffer.concat(chunks)
}
