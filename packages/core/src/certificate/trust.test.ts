import 'reflect-metadata'
import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { AsnConvert } from '@peculiar/asn1-schema'
import { GeneralName, GeneralSubtree, GeneralSubtrees, NameConstraints } from '@peculiar/asn1-x509'
import * as x509 from '@peculiar/x509'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Made, Wish } from '../../test/support/certificates.ts'
import { make, makeCa } from '../../test/support/certificates.ts'
import { parseCertificate } from './parse.ts'
import { validatePath } from './trust.ts'

let root: Made
let middle: Made
let leaf: Made

beforeAll(async () => {
  root = await makeCa({ subject: 'O=Corp, CN=Root' })
  middle = await makeCa({ subject: 'O=Corp, CN=Middle', by: root })
  leaf = await make({ subject: 'CN=a.example', by: middle, dns: ['a.example'], ca: false })
})

describe('a path that exists is found however it was served', () => {
  test('leaf and intermediate, the root left out', () => expect(trust([leaf, middle])).toMatchObject(throughRoot()))
  test('with the root served too', () => expect(trust([leaf, middle, root])).toMatchObject(throughRoot()))
  test('in the wrong order', () => expect(trust([leaf, root, middle])).toMatchObject(throughRoot()))
  test('with every certificate twice', () => expect(trust([leaf, leaf, middle, middle])).toMatchObject(throughRoot()))
  test('with a stranger in between', async () => {
    const stranger = await makeCa({ subject: 'CN=Stranger' })
    expect(trust([leaf, stranger, middle])).toMatchObject(throughRoot())
  })
  test('names its certificates from leaf to anchor', () =>
    expect(trust([leaf, middle]).path).toEqual(
      [leaf, middle, root].map(({ der }) => parseCertificate(der).fact.sha256),
    ))
  test('past an intermediate of the same name with another key', async () => {
    const decoy = await makeCa({ subject: 'O=Corp, CN=Middle', by: root })
    expect(trust([leaf, decoy, middle])).toMatchObject(throughRoot())
  })
  test('through a cross-sign when only the older root is trusted', async () => {
    const fresh = await makeCa({ subject: 'O=New, CN=New Root' })
    const crossed = await makeCa({ subject: 'O=New, CN=New Root', by: root, keys: fresh.keys })
    const child = await make({ subject: 'CN=b', by: fresh, dns: ['b.example'] })
    expect(trust([child, fresh, crossed])).toMatchObject(throughRoot())
  })
  test('when two CAs certify each other, which is a loop', async () => {
    const one = await makeCa({ subject: 'CN=One' })
    const two = await makeCa({ subject: 'CN=Two', by: one })
    const oneByTwo = await makeCa({ subject: 'CN=One', by: two, keys: one.keys })
    const child = await make({ subject: 'CN=c', by: two })
    expect(trust([child, two, oneByTwo], [])).toMatchObject({ state: 'untrusted', problem: 'no-anchor' })
    expect(trust([child, two, oneByTwo], [one])).toMatchObject({ state: 'trusted', anchor: 'CN=One' })
  })
  test('by the way that lasts longest, when an old cross-sign is about to run out', async () => {
    const old = await makeCa({ subject: 'CN=Old Root', notAfter: new Date('2026-01-01T00:00:00Z') })
    const fresh = await makeCa({ subject: 'CN=New Root' })
    const byOld = await makeCa({ subject: 'CN=Issuer', by: old, notAfter: new Date('2026-01-01T00:00:00Z') })
    const byFresh = await makeCa({ subject: 'CN=Issuer', by: fresh, keys: byOld.keys })
    const child = await make({ subject: 'CN=n', by: byOld })
    for (const chain of [
      [child, byOld, byFresh],
      [child, byFresh, byOld],
    ])
      expect(trust(chain, [old, fresh])).toMatchObject({ state: 'trusted', anchor: 'CN=New Root' })
  })
  test('straight to a pinned leaf', () =>
    expect(trust([leaf], [leaf])).toMatchObject({ state: 'trusted', store: 'tenant' }))
  test('to a Mozilla root, by which the root itself is trusted', () => {
    const der = new X509Certificate(rootCertificates[0] as string).raw
    expect(validatePath([parseCertificate(der)], [])).toMatchObject({ state: 'trusted', store: 'mozilla' })
  })
})

describe('a path that does not exist is refused for its reason', () => {
  test('no anchor', () =>
    expect(trust([leaf, middle, root], [])).toMatchObject({ state: 'untrusted', problem: 'no-anchor' }))
  test('a leaf that vouches for itself', async () => {
    const self = await make({ subject: 'CN=self', dns: ['self.example'] })
    expect(trust([self])).toMatchObject({ state: 'self-signed', problem: 'no-anchor' })
  })
  test('an intermediate of a known operator left out', () =>
    expect(trust([leaf])).toMatchObject({ state: 'incomplete', problem: 'issuer-missing' }))
  test('an intermediate left out below a public leaf, which its timestamps show', async () => {
    const hidden = await makeCa({ subject: 'O=Public CA, CN=R1' })
    const list = new x509.Extension('1.3.6.1.4.1.11129.2.4.2', false, Uint8Array.of(4, 5, 0, 3, 0, 1, 9))
    expect(trust([await make({ subject: 'CN=d', by: hidden, extensions: [list] })])).toMatchObject({
      state: 'incomplete',
    })
  })
  test('an unknown private CA is untrusted, not incomplete', async () => {
    const own = await makeCa({ subject: 'O=Nobody, CN=Own CA' })
    expect(trust([await make({ subject: 'CN=e', by: own })])).toMatchObject({
      state: 'untrusted',
      problem: 'no-anchor',
    })
  })
  test('a forged signature below the anchor', async () => {
    const forger = await makeCa({ subject: 'O=Corp, CN=Root' })
    expect(trust([await make({ subject: 'CN=f', by: forger })])).toMatchObject({
      state: 'untrusted',
      problem: 'signature',
    })
  })
  test('a forged signature below an intermediate', async () => {
    const forger = await makeCa({ subject: 'O=Corp, CN=Middle', by: root })
    const child = await make({ subject: 'CN=g', by: forger })
    expect(trust([child, middle])).toMatchObject({ state: 'untrusted', problem: 'signature' })
  })
  test('a leaf used as a CA', async () => {
    const child = await make({ subject: 'CN=h', by: leaf })
    expect(trust([child, leaf, middle])).toMatchObject({ state: 'untrusted', problem: 'not-a-ca' })
  })
  test('a CA whose key may not sign certificates', () =>
    viaMiddle({ keyUsage: x509.KeyUsageFlags.digitalSignature }, 'not-a-ca'))
  test('more intermediates than the root allows', async () => {
    const short = await makeCa({ subject: 'O=Short, CN=Short', pathLength: 0 })
    const one = await makeCa({ subject: 'O=Short, CN=One', by: short })
    const child = await make({ subject: 'CN=i', by: one })
    expect(trust([child, one], [short])).toMatchObject({ state: 'untrusted', problem: 'path-length' })
  })
  test('a leaf for clients only', async () => {
    const child = await make({ subject: 'CN=j', by: middle, eku: ['1.3.6.1.5.5.7.3.2'] })
    expect(trust([child, middle])).toMatchObject({ state: 'untrusted', problem: 'extended-key-usage' })
  })
  test('an intermediate for mail only', () => viaMiddle({ eku: ['1.3.6.1.5.5.7.3.4'] }, 'extended-key-usage'))
  test('a critical extension that nobody knows', () =>
    viaMiddle({ extensions: [new x509.Extension('1.2.3.4.5', true, Uint8Array.of(5, 0))] }, 'critical-extension'))
  test('bytes that are no certificate', () =>
    expect(validatePath([parseCertificate(Buffer.alloc(30))], [])).toMatchObject({
      state: 'unknown',
      reason: 'malformed',
    }))
})

describe('name constraints of an intermediate bind the leaf', () => {
  test.each([
    ['a permitted domain', { permitted: [{ dNSName: 'example' }] }, 'trusted'],
    ['another domain', { permitted: [{ dNSName: 'example.com' }] }, 'untrusted'],
    ['a domain that only ends alike', { permitted: [{ dNSName: 'xample' }] }, 'untrusted'],
    ['an excluded domain', { excluded: [{ dNSName: 'a.example' }] }, 'untrusted'],
    ['a sibling excluded', { excluded: [{ dNSName: 'b.example' }] }, 'trusted'],
    ['a permitted network', { permitted: [{ iPAddress: '192.0.2.0/24' }] }, 'trusted'],
    ['another network', { permitted: [{ iPAddress: '198.51.100.0/24' }] }, 'untrusted'],
    ['an excluded network', { excluded: [{ iPAddress: '192.0.0.0/16' }] }, 'untrusted'],
  ] as const)('%s', async (_name, limits, state) => {
    const subtrees = (names: readonly Partial<GeneralName>[] | undefined) =>
      names && new GeneralSubtrees(names.map((name) => new GeneralSubtree({ base: new GeneralName(name) })))
    const permittedSubtrees = subtrees('permitted' in limits ? limits.permitted : undefined)
    const excludedSubtrees = subtrees('excluded' in limits ? limits.excluded : undefined)
    const constraints = new NameConstraints({
      ...(permittedSubtrees && { permittedSubtrees }),
      ...(excludedSubtrees && { excludedSubtrees }),
    })
    const bound = await makeCa({
      subject: 'O=Corp, CN=Bound',
      by: root,
      extensions: [new x509.Extension('2.5.29.30', true, AsnConvert.serialize(constraints))],
    })
    const child = await make({ subject: 'CN=k', by: bound, dns: ['a.example'], ip: ['192.0.2.1'] })
    expect(trust([child, bound]).state).toBe(state)
  })
})

test('a chain of thirty CAs that all sign each other ends', async () => {
  const keys = (await makeCa({ subject: 'CN=Same' })).keys
  const crowd = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      makeCa({ subject: 'CN=Same', keys, serialNumber: `0${index % 10}aa${10 + index}` }),
    ),
  )
  const child = await make({ subject: 'CN=l', by: crowd[0] as Made })
  expect(trust([child, ...crowd]).state).not.toBe('trusted')
})

async function viaMiddle(wish: Partial<Wish>, problem: string) {
  const odd = await makeCa({ subject: 'O=Corp, CN=Odd', by: root, ...wish })
  const child = await make({ subject: 'CN=m', by: odd, dns: ['m.example'] })
  expect(trust([child, odd])).toMatchObject({ state: 'untrusted', problem })
}

function trust(chain: readonly Made[], anchors: readonly Made[] = [root]) {
  return validatePath(
    chain.map(({ der }) => parseCertificate(der)),
    anchors.map(({ pem }) => pem),
  )
}

const throughRoot = () => ({ state: 'trusted', anchor: 'CN=Root,O=Corp', store: 'tenant' })
