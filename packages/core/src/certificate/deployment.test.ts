import { expect, test } from 'vitest'
import { make, makeCa } from '../../test/support/certificates.ts'
import { deploymentFromChain } from './deployment.ts'

test('one call turns a served chain into all facts about it', async () => {
  const root = await makeCa({ subject: 'CN=Root' })
  const leaf = await make({ subject: 'CN=a', by: root, dns: ['a.example'] })
  const served = { serverName: 'a.example', versions: ['TLSv1.2' as const], trustAnchors: [root.pem] }
  expect(deploymentFromChain([leaf.der], served)).toMatchObject({
    serverName: 'a.example',
    versions: ['TLSv1.2'],
    chain: [{ subject: 'CN=a' }],
    nameMatches: true,
    trust: { state: 'trusted', anchor: 'CN=Root', store: 'tenant' },
    served: { ordered: true },
    ocspStapled: { value: null, reason: 'not-asked' },
  })
  expect(deploymentFromChain([leaf.der], { ...served, serverName: 'b.example' }).nameMatches).toBe(false)
  expect(deploymentFromChain([leaf.der], { ...served, serverName: null }).nameMatches).toBeNull()
})

test('an anchor text may hold several certificates and rubbish between them', async () => {
  const [one, two] = await Promise.all([makeCa({ subject: 'CN=One' }), makeCa({ subject: 'CN=Two' })])
  const leaf = await make({ subject: 'CN=a', by: two })
  const text = `rubbish\n${one.pem}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${two.pem}`
  const served = { serverName: null, versions: [], trustAnchors: [text] }
  expect(deploymentFromChain([leaf.der], served).trust).toMatchObject({ state: 'trusted', anchor: 'CN=Two' })
})

test('an empty chain, a flood of certificates and rubbish are facts', () => {
  const served = { serverName: 'a.example', versions: [], trustAnchors: [] }
  expect(deploymentFromChain([], served)).toMatchObject({ chain: [], nameMatches: null, trust: { state: 'unknown' } })
  const flood = Array.from({ length: 5000 }, (_, index) => Buffer.alloc(40, index))
  expect(deploymentFromChain(flood, served).chain).toHaveLength(32)
  const large = Array.from({ length: 32 }, (_, index) => Buffer.alloc(40_000, index))
  const kept = deploymentFromChain(large, served).chain.map(({ der }) => der.length)
  expect(kept.reduce((sum, length) => sum + length)).toBeLessThan(200_000)
})
