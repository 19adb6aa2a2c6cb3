import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Facts } from '../src/facts.ts'
import { createAddressGuard } from '../src/net/address-guard.ts'
import { scanTarget } from '../src/scan.ts'
import type { StarttlsKind } from '../src/target.ts'
import type { Made } from './support/certificates.ts'
import { make } from './support/certificates.ts'
import { lines, startClearText, type Talk, tds } from './support/clear-text-servers.ts'

let pair: Made
const stops: (() => Promise<void>)[] = []
beforeAll(async () => {
  pair = await make({ subject: 'CN=server.example', dns: ['server.example'], key: 'rsa' })
})
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

const smtp = { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '220 go TLS!' }

describe('a server behind a dialect is seen as it is', () => {
  test.each<[StarttlsKind, Talk]>([
    ['smtp', lines('220 x ESMTP', smtp)],
    ['nntp', lines('200 news', { CAPABILITIES: '101 list\r\nSTARTTLS\r\n.', STARTTLS: '382 go TLS!' })],
    ['irc', lines('', { STARTTLS: ':x 670 * :go TLS!' })],
    ['mssql', tds(1)],
    ['mssql', tds(3, 40)],
  ])('%s', async (kind, talk) => {
    const { status, protocols, certificates, starttls } = await observe(kind, talk)
    expect(status).toBe('OBSERVED')
    expect(protocols.map(({ offered }) => offered)).toEqual([false, false, true, true, true, false])
    expect(protocols.find(({ version }) => version === 'TLSv1.2')?.cipherSuites.length).toBeGreaterThan(3)
    expect(certificates[0]?.chain[0]?.subject).toBe('CN=server.example')
    expect(starttls).toMatchObject({ kind, offered: { value: true } })
  })
})

describe('a server that does not upgrade says whether it cannot or will not now', () => {
  test.each<[string, StarttlsKind, Talk, boolean | null]>([
    ['without the ability', 'smtp', lines('220 x', { EHLO: '250 SIZE 1' }), false],
    ['that is busy', 'smtp', lines('421 too many', {}), null],
    ['that cannot just now', 'smtp', lines('220 x', { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '454 later' }), null],
    ['without encryption', 'mssql', tds(2), false],
    ['without the command', 'nntp', lines('200 news', { CAPABILITIES: '500 what', STARTTLS: '500 what' }), false],
  ])('%s (%s)', async (_name, kind, talk, offered) => {
    const { status, starttls, protocols } = await observe(kind, talk)
    expect(status).toBe('STARTTLS_REFUSED')
    expect(starttls?.offered.value).toBe(offered)
    expect(protocols.map((each) => each.offered)).toEqual([null, null, null, null, null, null])
  })
})

test('a mail server that tires of connections half-way leaves the rest unknown, never off', async () => {
  let count = 0
  const friendly = lines('220 x', smtp)
  const busy = lines('421 4.7.0 too many connections from you', {})
  const { protocols } = await observe('smtp', (socket, upgrade) => {
    count += 1
    if (count > 6) busy(socket, upgrade)
    else friendly(socket, upgrade)
  })
  for (const version of ['TLSv1.0', 'TLSv1.1', 'TLSv1.2']) {
    expect(protocols.find((each) => each.version === version)?.offered).not.toBe(false)
  }
  expect(protocols.some(({ offered, enumeration }) => offered === null || enumeration === 'partial')).toBe(true)
})

async function observe(kind: StarttlsKind, talk: Talk): Promise<Facts> {
  const server = await startClearText(talk, {
    cert: pair.pem,
    key: pair.keyPem,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.2',
    ciphers: 'ALL:@SECLEVEL=0',
  })
  stops.push(server.stop)
  const [observation] = await scanTarget(
    { host: '127.0.0.1', port: server.port, serverName: 'server.example', starttls: kind },
    { depth: 'full', guard: createAddressGuard({ allow: ['127.0.0.0/8'] }) },
  )
  if (!observation) throw new Error('no observation')
  return observation.facts
}
