import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { make } from '../../../packages/core/test/support/certificates.ts'
import { a, type DnsServer, startDns, txt } from '../../../packages/core/test/support/dns-server.ts'
import { type FlawedServer, startFlawedServer } from '../../../packages/core/test/support/flawed-server.ts'
import { encodeKey } from '../src/global-id.ts'
import { recheckDomains } from '../src/modules/domain/index.ts'
import { type Api, type Client, signIn, startApi, tenantGid, until } from './harness.ts'

let api: Api
let dns: DnsServer
let web: Server
let flawed: FlawedServer
let tenantId: string
let admin: Client
const records: Record<string, readonly Uint8Array[] | 'SERVFAIL'> = {}
const files = new Map<string, string>()
/** The only address that names may lead to here; every other one of loopback is refused by the guard. */
const allowed = '127.0.0.1'

beforeAll(async () => {
  dns = await startDns(records)
  web = createServer((request, response) => {
    const text = files.get(`${request.headers.host?.split(':')[0]}${request.url}`)
    response.writeHead(text === undefined ? 404 : 200).end(text)
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  const { port } = web.address() as AddressInfo
  const made = await make({ subject: 'CN=flawed.example', key: 'rsa' })
  flawed = await startFlawedServer({ flaw: 'heartbleed', certificate: made.der, keyPem: made.keyPem })
  api = await startApi({
    worker: true,
    allow: [`${allowed}/32`],
    domainCheck: { servers: [dns.address], ports: [port, port] },
    labPort: 0,
  })
  tenantId = (await createTenant(api.db.database)).tenant.id
  admin = await signIn(api, [{ tenantId, role: 'ADMIN' }])
})

afterAll(async () => {
  await api?.close()
  await flawed?.close()
  web?.close()
  dns?.stop()
})

const fields = 'domainProof { id domain method state recordName fileUrl value failure verifiedAt }'
const create = (domain: string, method = 'DNS') =>
  admin.change('domainProofCreate', { tenantId: tenantGid(tenantId), domain, method }, fields)
/** Looks as if the last look were long ago. */
const verify = async (id: string) => {
  await inTenant((tx) => tx.domainProof.updateMany({ data: { checkedAt: null } }))
  return (await admin.change('domainProofVerify', { id }, fields)).domainProof
}
const inTenant = <T>(work: Parameters<typeof api.db.database.asTenants<T>>[1]) =>
  api.db.database.asTenants({ tenants: [tenantId], user: null }, work)
const recheck = () =>
  recheckDomains({ ...api.app, ...api.connections }, api.app.checkDomain, new AbortController().signal)
const long = { checkedAt: new Date(Date.now() - 86_400_000) }

describe('a domain', () => {
  it('is proven by a TXT record, and only by the right one', async () => {
    const { domainProof: proof } = await create('Record.Example.org')
    expect(proof).toMatchObject({
      domain: 'record.example.org',
      state: 'PENDING',
      recordName: '_sundown-challenge.record.example.org',
      fileUrl: null,
    })
    expect(await verify(proof.id)).toMatchObject({ state: 'PENDING', failure: 'ABSENT' })
    records['_sundown-challenge.record.example.org TXT'] = [txt('v=spf1 -all'), txt('sundown-verification=wrong')]
    expect(await verify(proof.id)).toMatchObject({ state: 'PENDING', failure: 'DIFFERENT' })
    records['_sundown-challenge.record.example.org TXT'] = [txt('v=spf1 -all'), txt(proof.value)]
    expect(await verify(proof.id)).toMatchObject({ state: 'PROVEN', failure: null })
  })

  it('is proven by a file of its web server, which the address guard must let dial', async () => {
    const { domainProof: proof } = await create('file.example.org', 'HTTP')
    expect(proof.fileUrl).toBe('http://file.example.org/.well-known/sundown-verification.txt')
    expect(await verify(proof.id)).toMatchObject({ failure: 'NAME_NOT_FOUND' })
    for (const address of ['127.0.0.2', '169.254.169.254', '10.0.0.1']) {
      records['file.example.org A'] = [a(address)]
      expect(await verify(proof.id)).toMatchObject({ state: 'PENDING', failure: 'BLOCKED_BY_GUARD' })
    }
    records['file.example.org A'] = [a(allowed)]
    expect(await verify(proof.id)).toMatchObject({ state: 'PENDING', failure: 'ABSENT' })
    files.set('file.example.org/.well-known/sundown-verification.txt', `hello\r\n${proof.value}\r\n`)
    expect(await verify(proof.id)).toMatchObject({ state: 'PROVEN', failure: null })
  })

  it.each(['com', 'co.uk', 'github.io', '*.example.org', '192.0.2.1', 'localhost'])('is not %s', async (domain) => {
    expect((await create(domain)).errors).toMatchObject([{ code: 'INVALID_HOST', path: ['domain'] }])
  })

  it('stands once in a tenant, with another token in each', async () => {
    const { domainProof: proof } = await create('twice.example.org')
    expect((await create('twice.example.org')).errors).toMatchObject([{ code: 'DUPLICATE', params: { id: proof.id } }])
    const { tenant } = await createTenant(api.db.database)
    const other = await signIn(api, [{ tenantId: tenant.id, role: 'OWNER' }])
    const input = { tenantId: tenantGid(tenant.id), domain: 'twice.example.org' }
    const theirs = await other.change('domainProofCreate', input, fields)
    expect(theirs.domainProof.value).not.toBe(proof.value)
    // What proves it for one proves it for nobody else.
    records['_sundown-challenge.twice.example.org TXT'] = [txt(proof.value)]
    expect(await verify(proof.id)).toMatchObject({ state: 'PROVEN' })
    const seen = await other.change('domainProofVerify', { id: theirs.domainProof.id }, fields)
    expect(seen.domainProof).toMatchObject({ state: 'PENDING', failure: 'DIFFERENT' })
  })

  it('is not looked for again and again', async () => {
    const { domainProof: proof } = await create('often.example.org')
    const looks = await Promise.all(
      Array.from({ length: 6 }, () => admin.change('domainProofVerify', { id: proof.id }, fields)),
    )
    expect(looks.filter((look) => look.errors?.[0].code === 'LIMIT')).toHaveLength(5)
  })
})

describe('looking again', () => {
  it('lapses a proof that is gone, tells the audit log, and lets it stand while nobody can tell', async () => {
    const { domainProof: proof } = await create('again.example.org')
    const name = '_sundown-challenge.again.example.org TXT'
    records[name] = [txt(proof.value)]
    expect(await verify(proof.id)).toMatchObject({ state: 'PROVEN' })
    const state = async () => {
      await inTenant((tx) => tx.domainProof.updateMany({ data: long }))
      await recheck()
      const row = await inTenant((tx) => tx.domainProof.findFirstOrThrow({ where: { domain: 'again.example.org' } }))
      return { lapsed: row.lapsedAt !== null, failure: row.failure }
    }
    expect(await state()).toEqual({ lapsed: false, failure: null })
    records[name] = 'SERVFAIL'
    expect(await state()).toEqual({ lapsed: false, failure: 'unreachable' })
    records[name] = []
    expect(await state()).toEqual({ lapsed: true, failure: 'absent' })
    expect(await state()).toEqual({ lapsed: true, failure: 'absent' })
    const lapses = await inTenant((tx) => tx.auditEntry.findMany({ where: { action: 'domainProofLapse' } }))
    expect(lapses).toMatchObject([
      { actorKind: 'SYSTEM', subjectKind: 'DomainProof', after: { domain: 'again.example.org', failure: 'absent' } },
    ])
    records[name] = [txt(proof.value)]
    expect(await state()).toEqual({ lapsed: false, failure: null })
  })

  it('lapses by itself where nobody looked for three days', async () => {
    const { domainProof: proof } = await create('asleep.example.org')
    records['_sundown-challenge.asleep.example.org TXT'] = [txt(proof.value)]
    await verify(proof.id)
    const verifiedAt = new Date(Date.now() - 73 * 3_600_000)
    await inTenant((tx) => tx.domainProof.updateMany({ where: { domain: 'asleep.example.org' }, data: { verifiedAt } }))
    const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { domainProofs { domain state } } } }'
    const { domainProofs } = (await admin.ask(query, { id: tenantGid(tenantId) })).data.node
    expect(domainProofs).toContainEqual({ domain: 'asleep.example.org', state: 'LAPSED' })
  })
})

describe('active checks', () => {
  const permission = async (id: string) => {
    const query =
      'query ($id: ID!) { node(id: $id) { ... on Endpoint { activeChecks { wanted allowed reason domain } } } }'
    return (await admin.ask(query, { id })).data.node.activeChecks
  }
  /** What a finished scan says of Heartbleed, which the server has. */
  const heartbleed = async (id: string) => {
    const { scans } = await admin.change('scanRequest', { endpointIds: [id] }, 'scans { id }')
    const query = `query ($id: ID!) { node(id: $id) { ... on Scan { status results { status vulnerabilities { id state reason } } } } }`
    const scan = await until(async () => {
      const { node } = (await admin.ask(query, { id: scans[0].id })).data
      return node.status === 'COMPLETED' || node.status === 'FAILED' ? node : null
    })
    return scan.results[0].vulnerabilities.find((each: { id: string }) => each.id === 'HEARTBLEED')
  }

  it('run where the domain is proven and the endpoint is marked, and nowhere else', async () => {
    records['mail.corp.example.org A'] = [a(allowed)]
    const row = await createEndpoint(api.db.database, { tenantId, host: 'mail.corp.example.org', port: flawed.port })
    const id = encodeKey('Endpoint', row)
    expect(await permission(id)).toEqual({
      wanted: false,
      allowed: false,
      reason: 'NOT_PROVEN',
      domain: 'example.org',
    })
    const unasked = { state: 'UNKNOWN', reason: 'NEEDS_PERMISSION' }

    await admin.change('endpointUpdate', { id, activeChecks: true }, '__typename')
    expect(await permission(id)).toMatchObject({ wanted: true, allowed: false })
    expect(await heartbleed(id)).toMatchObject(unasked)

    const { domainProof: proof } = await create('corp.example.org')
    records['_sundown-challenge.corp.example.org TXT'] = [txt(proof.value)]
    expect(await verify(proof.id)).toMatchObject({ state: 'PROVEN' })
    expect(await permission(id)).toMatchObject({ wanted: true, allowed: true, reason: 'PROVEN' })
    expect(await heartbleed(id)).toMatchObject({ state: 'VULNERABLE' })

    await admin.change('endpointUpdate', { id, activeChecks: false }, '__typename')
    expect(await permission(id)).toMatchObject({ wanted: false, allowed: true })
    expect(await heartbleed(id)).toMatchObject(unasked)

    await admin.change('endpointUpdate', { id, activeChecks: true }, '__typename')
    records['_sundown-challenge.corp.example.org TXT'] = []
    expect(await verify(proof.id)).toMatchObject({ state: 'LAPSED', failure: 'ABSENT' })
    expect(await permission(id)).toMatchObject({ wanted: true, allowed: false, reason: 'LAPSED' })
    expect(await heartbleed(id)).toMatchObject(unasked)
  })

  it('lose the mark with the host that it was given for', async () => {
    const row = await createEndpoint(api.db.database, { tenantId, host: 'a.corp.example.org', activeChecks: true })
    const id = encodeKey('Endpoint', row)
    await admin.change('endpointUpdate', { id, label: 'Same host' }, '__typename')
    expect(await permission(id)).toMatchObject({ wanted: true })
    await admin.change('endpointUpdate', { id, address: 'b.corp.example.org:443' }, '__typename')
    expect(await permission(id)).toMatchObject({ wanted: false })
  })

  it('have no domain to prove on an address', async () => {
    const row = await createEndpoint(api.db.database, { tenantId, host: allowed, activeChecks: true })
    expect(await permission(encodeKey('Endpoint', row))).toEqual({
      wanted: true,
      allowed: false,
      reason: 'NO_DOMAIN',
      domain: null,
    })
  })
})
