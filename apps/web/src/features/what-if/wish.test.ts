import { expect, test } from 'vitest'
import { changesOf, clientGroups, type SimulatedClient, switchable } from './wish.ts'

const now = new Date('2026-11-23T12:00:00Z')
const nothing = { switchOff: [], newCertificate: false, blockOn: null }

test('only old versions that are on can be switched off', () => {
  const protocols = [
    { version: 'SSL_3', offered: false },
    { version: 'TLS_1_0', offered: true },
    { version: 'TLS_1_1', offered: null },
    { version: 'TLS_1_2', offered: true },
    { version: 'TLS_1_3', offered: true },
  ] as const
  expect(switchable({ protocols: [...protocols] })).toEqual(['TLS_1_0'])
})

test('what is not wished is not asked', () => {
  expect(changesOf(nothing, now)).toEqual({})
})

test('a wish is asked the same all day, with a certificate of 198 days', () => {
  const wish = { switchOff: ['TLS_1_0'], newCertificate: true, blockOn: '2027-02-01' } as const
  const asked = {
    switchOff: ['TLS_1_0'],
    certificate: { notAfter: '2027-06-09T00:00:00.000Z', rsaBits: 2_048 },
    blockOn: '2027-02-01',
  }
  expect(changesOf(wish, now)).toEqual(asked)
  expect(changesOf(wish, new Date('2026-11-23T23:00:00Z'))).toEqual(asked)
})

test('every client is in exactly one group', () => {
  const client = (profileId: string, outcome: SimulatedClient['outcome']): SimulatedClient => ({
    profileId,
    name: profileId,
    outcome,
    version: null,
    failure: null,
  })
  const clients = [client('a', 'CONNECTS'), client('b', 'FAILS'), client('c', 'UNKNOWN'), client('d', 'CONNECTS')]
  const { connects, fails, unknown } = clientGroups(clients)
  expect([connects, fails, unknown].map((group) => group.length)).toEqual([2, 1, 1])
})
