import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:net'
import { connect as connectTcp, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConnectionOptions } from 'node:tls'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lab, LabKey, LabTarget } from '../src/lab/index.ts'
import { LabPortTaken, labKeys, labTargets, startLab } from '../src/lab/index.ts'
import { freePorts } from './support/free-ports.ts'

let dir: string
let lab: Lab

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lab-'))
  lab = await startAnywhere()
})
afterAll(async () => {
  await lab.stop()
  await rm(dir, { recursive: true })
})

test('every server of the lab speaks exactly the versions it is named for', async () => {
  const seen: Record<string, string[]> = {}
  for (const key of labKeys.filter((key) => key !== 'smtp' && key !== 'silent'))
    seen[key] = await acceptedVersions(target(key))
  expect(seen).toEqual({
    tls10: ['TLSv1'],
    mixed: ['TLSv1', 'TLSv1.1', 'TLSv1.2'],
    modern: ['TLSv1.2'],
    tls13: ['TLSv1.3'],
    'odd-suites': ['TLSv1.2'],
    expired: ['TLSv1.2', 'TLSv1.3'],
  })
})

test('the lab CA vouches for every server, and only the expired one is refused for its date', async () => {
  expect(await handshake(target('modern'), {})).toMatchObject({
    authorized: true,
    cipher: expect.stringMatching(/^ECDHE-RSA-AES\d+-GCM/),
  })
  expect(await handshake(target('odd-suites'), {})).toMatchObject({
    authorized: true,
    cipher: 'ECDHE-RSA-CHACHA20-POLY1305',
  })
  expect(await handshake(target('expired'), {})).toMatchObject({ authorized: false, error: 'CERT_HAS_EXPIRED' })
})

test('the mail server upgrades by STARTTLS and forgets what was said before the handshake', async () => {
  const { host, port, serverName } = target('smtp')
  const socket = connectTcp(port, host)
  const said = reader(socket)
  expect(await said()).toMatch(/^220 /)
  socket.write('EHLO client.example\r\n')
  expect(await said()).toContain('250-STARTTLS')
  socket.write('STARTTLS\r\nQUIT\r\n')
  expect(await said()).toBe('220 Ready to start TLS\r\n')
  const secure = connect({ socket, servername: serverName, ca: lab.caPem })
  const saidSecurely = reader(secure)
  await new Promise((resolve, reject) => secure.once('secureConnect', resolve).once('error', reject))
  secure.write('EHLO client.example\r\n')
  expect(await saidSecurely()).not.toContain('STARTTLS')
  secure.destroy()
})

test('nothing listens on the silent port', async () => {
  const { host, port } = target('silent')
  const error = await new Promise((resolve) => connectTcp(port, host).once('error', resolve))
  expect(error).toMatchObject({ code: 'ECONNREFUSED' })
})

test('a second start in the same folder keeps the CA and every certificate', async () => {
  const before = await leafFingerprint(target('modern'))
  const again = await startAnywhere()
  const after = await leafFingerprint(again.targets.find(({ key }) => key === 'modern') as LabTarget)
  await again.stop()
  expect(again.caPem).toBe(lab.caPem)
  expect(after).toBe(before)
})

test('a taken port is named, and nothing of the lab is left running', async () => {
  const firstPort = await freePorts(labKeys.length)
  const squatter = await listenOn(firstPort + 3)
  await expect(startLab({ firstPort, dir })).rejects.toThrow(new LabPortTaken(firstPort + 3))
  const first = await listenOn(firstPort)
  first.close()
  squatter.close()
})

test('somebody else on the silent port is a taken port too', async () => {
  const firstPort = await freePorts(labKeys.length)
  const squatter = await listenOn(firstPort + labKeys.indexOf('silent'))
  await expect(startLab({ firstPort, dir })).rejects.toThrow(new LabPortTaken(firstPort + labKeys.indexOf('silent')))
  squatter.close()
})

test('the list of targets is known without starting anything', () => {
  expect(labTargets(42440).map(({ port }) => port)).toEqual(labKeys.map((_, index) => 42440 + index))
})

/** Ports that were free a moment ago may be taken by a neighbour. */
async function startAnywhere(): Promise<Lab> {
  for (;;) {
    try {
      return await startLab({ firstPort: await freePorts(labKeys.length), dir })
    } catch (error) {
      if (!(error instanceof LabPortTaken)) throw error
    }
  }
}

const target = (key: LabKey) => lab.targets.find((each) => each.key === key) as LabTarget

async function acceptedVersions(at: LabTarget): Promise<string[]> {
  const accepted: string[] = []
  for (const version of ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const) {
    const seen = await handshake(at, { minVersion: version, maxVersion: version, ciphers: 'ALL:@SECLEVEL=0' })
    if (seen.protocol) accepted.push(seen.protocol)
  }
  return accepted
}

function handshake(at: LabTarget, options: ConnectionOptions) {
  return new Promise<{
    protocol: string | null
    cipher: string
    authorized: boolean
    error: unknown
    fingerprint: string
  }>((resolve) => {
    const socket = connect({
      host: at.host,
      port: at.port,
      servername: at.serverName,
      ca: lab.caPem,
      rejectUnauthorized: false,
      ...options,
    })
    socket.once('secureConnect', () => {
      resolve({
        protocol: socket.getProtocol(),
        cipher: socket.getCipher().name,
        authorized: socket.authorized,
        error: socket.authorizationError,
        fingerprint: socket.getPeerCertificate().fingerprint256,
      })
      socket.destroy()
    })
    socket.once('error', (error) => resolve({ protocol: null, cipher: '', authorized: false, error, fingerprint: '' }))
  })
}

const leafFingerprint = async (at: LabTarget) => (await handshake(at, {})).fingerprint

function reader(socket: NodeJS.ReadableStream) {
  return () => new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString('latin1'))))
}

function listenOn(port: number) {
  return new Promise<Server>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server))
  })
}
