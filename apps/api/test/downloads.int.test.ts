import { inflateRawSync } from 'node:zlib'
import { createEndpoint, createFinding, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloadCost } from '../src/downloads/routes.ts'
import { type Api, client, type Person, signIn, startApi, tenantGid } from './harness.ts'

let api: Api
let owner: Person
let operator: Person
let stranger: Person
let tenantId: string
let otherId: string

beforeAll(async () => {
  api = await startApi()
  tenantId = (await createTenant(api.db.database)).tenant.id
  otherId = (await createTenant(api.db.database)).tenant.id
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  operator = await signIn(api, [{ tenantId, role: 'OPERATOR' }])
  stranger = await signIn(api, [{ tenantId: otherId, role: 'OWNER' }])
  for (const id of [tenantId, otherId]) await createFinding(api.db.database, { tenantId: id })
  const odd = '=cmd|"/c calc"!A0, æøå\n second line'
  await createEndpoint(api.db.database, { tenantId, host: 'odd.example.com', label: odd })
})

afterAll(() => api?.close())

const get = (who: { cookie: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, { headers: { cookie: who.cookie, ...headers } })
const exportOf = (id: string, query = '') => `/api/tenants/${tenantGid(id)}/export${query}`
const auditOf = (id: string, query = '') => `/api/tenants/${tenantGid(id)}/audit${query}`
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
]

describe('an export', () => {
  it('comes as JSON lines, with every row as it is and nothing of another tenant', async () => {
    const response = await get(owner, exportOf(tenantId))
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.ndjson"$/)
    const text = await response.text()
    const rows = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> })
    expect(new Set(rows.map(({ table }) => table))).toEqual(
      new Set(['Tenant', 'Endpoint', 'Scan', 'ScanResult', 'Finding', 'Member', 'AuditEntry']),
    )
    expect(rows.find(({ row }) => row.host === 'odd.example.com')?.row.label).toMatch(/^=cmd/)
    expect(text).not.toContain(otherId)
  })

  it('comes as an archive with a table a file, which a spreadsheet reads and runs nothing of', async () => {
    const response = await get(owner, exportOf(tenantId, '?format=csv'))
    expect(response.headers.get('content-type')).toBe('application/zip')
    const files = unzip(Buffer.from(await response.arrayBuffer()))
    expect([...files.keys()]).toEqual(expect.arrayContaining(['Tenant.csv', 'Endpoint.csv', 'AuditEntry.csv']))
    const endpoints = files.get('Endpoint.csv') ?? ''
    expect(endpoints.startsWith('\uFEFF')).toBe(true)
    expect(endpoints.slice(1).split('\r\n')[0]?.split(',')).toEqual(expect.arrayContaining(['host', 'port', 'label']))
    expect(endpoints).toContain(`"'=cmd|""/c calc""!A0, æøå\n second line"`)
  })

  it('is in the audit log before anything of it leaves', async () => {
    const entries = await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.auditEntry.findMany({ where: { action: 'tenantExport' } }),
    )
    expect(entries).toMatchObject([
      { actorId: owner.userId, after: { format: 'ndjson' } },
      { actorId: owner.userId, after: { format: 'csv' } },
    ])
  })

  it('costs the caller as much as a large query, and says what is left', async () => {
    const response = await get(owner, exportOf(tenantId))
    await response.text()
    const left = Number(response.headers.get('ratelimit-remaining'))
    const limit = Number(response.headers.get('ratelimit-limit'))
    expect(limit - left).toBeGreaterThanOrEqual(downloadCost)
  })
})

it('wants a login, knows nothing of another tenant, and holds to the permissions', async () => {
  const nobody = client(api.url)
  for (const path of [exportOf, auditOf]) {
    expect(await codeOf(await get(nobody, path(tenantId)))).toEqual([401, 'UNAUTHENTICATED'])
    expect(await codeOf(await get(operator, path(tenantId)))).toEqual([403, 'FORBIDDEN'])
    const foreign = await get(stranger, path(tenantId))
    const missing = await get(stranger, path(crypto.randomUUID()))
    expect(await codeOf(foreign)).toEqual([404, 'NOT_FOUND'])
    expect(await codeOf(missing)).toEqual([404, 'NOT_FOUND'])
    expect(await codeOf(await get(owner, `/api/tenants/nonsense/${path(tenantId).split('/').at(-1)}`))).toEqual([
      404,
      'NOT_FOUND',
    ])
  }
})

describe('the audit log', () => {
  it('comes as JSON lines with its hashes, oldest first, for a range or an action', async () => {
    const rows = async (query = '') =>
      (await (await get(owner, auditOf(tenantId, query))).text())
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { number: number; action: string; hash: string; previousHash: string })
    const all = await rows()
    expect(all.map(({ number }) => number)).toEqual(all.map((_, i) => i + 1))
    expect(all.slice(1).map(({ previousHash }) => previousHash)).toEqual(all.slice(0, -1).map(({ hash }) => hash))
    const exports = await rows('?action=tenantExport')
    expect(new Set(exports.map(({ action }) => action))).toEqual(new Set(['tenantExport']))
    expect(await rows('?to=2020-01-01T00:00:00Z')).toEqual([])
    expect(new Set((await rows('?search=tenantexp')).map(({ action }) => action))).toEqual(new Set(['tenantExport']))
    expect(await rows('?looks=true')).toEqual([])
    expect(await rows(`?partnerId=${tenantGid(otherId)}`)).toEqual([])
    expect(await codeOf(await get(owner, auditOf(tenantId, '?partnerId=nobody')))).toEqual([404, 'NOT_FOUND'])
  })

  it('comes as comma-separated values', async () => {
    const bytes = await (await get(owner, auditOf(tenantId, '?format=csv'))).arrayBuffer()
    const text = Buffer.from(bytes).toString('utf8')
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFFnumber,at,actorKind,.*,previousHash,hash$/)
    expect(text).toContain(',tenantExport,')
  })

  it('refuses what is no format and no time', async () => {
    for (const query of ['?format=exe', '?from=yesterday'])
      expect(await codeOf(await get(owner, auditOf(tenantId, query)))).toEqual([400, 'INVALID'])
  })

  it('is given to a key that may read it', async () => {
    const input = { tenantId: tenantGid(tenantId), name: 'log shipper', scopes: ['audit.read'] }
    const { secret } = await owner.change('apiKeyCreate', input, 'secret')
    const response = await get({ cookie: '' }, auditOf(tenantId), { authorization: `Bearer ${secret}` })
    expect(response.status).toBe(200)
    await response.text()
    const refused = await get({ cookie: '' }, exportOf(tenantId), { authorization: `Bearer ${secret}` })
    expect(await codeOf(refused)).toEqual([403, 'FORBIDDEN'])
  })
})

it('lets its connection go when the reader leaves in the middle', async () => {
  await api.db.database.asTenants(
    { tenants: [tenantId], user: null },
    (tx) => tx.$executeRaw`
      INSERT INTO "Endpoint" ("tenantId", "id", "host", "port", "role")
      SELECT ${tenantId}::uuid, gen_random_uuid(), repeat('long-name.', 15) || n || '.example.com', 443, 'inbound'
      FROM generate_series(1, 20000) AS n`,
    { timeout: 60_000 },
  )
  for (let i = 0; i < 6; i += 1) {
    const leaving = new AbortController()
    const response = await fetch(`${api.url}${exportOf(tenantId)}`, {
      headers: { cookie: owner.cookie },
      signal: leaving.signal,
    })
    expect(response.status).toBe(200)
    await response.body?.getReader().read()
    leaving.abort()
    await expect.poll(openExports).toBe(0)
  }
})

const openExports = async () => {
  const [row] = await api.db.database.prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'sundown-export' AND datname = current_database()`
  return row?.count
}

/** By the directory at the end, as every reader does. */
function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>()
  const end64 = archive.length - 98
  expect(archive.readUInt32LE(end64)).toBe(0x06064b50)
  let at = Number(archive.readBigUInt64LE(end64 + 48))
  for (let left = Number(archive.readBigUInt64LE(end64 + 32)); left > 0; left -= 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50)
    const nameLength = archive.readUInt16LE(at + 28)
    const extra = at + 46 + nameLength
    const [size, packed, offset] = [4, 12, 20].map((skip) => Number(archive.readBigUInt64LE(extra + skip)))
    const name = archive.toString('utf8', at + 46, extra)
    const begin =
      (offset ?? 0) + 30 + archive.readUInt16LE((offset ?? 0) + 26) + archive.readUInt16LE((offset ?? 0) + 28)
    const text = inflateRawSync(archive.subarray(begin, begin + (packed ?? 0)))
    expect(text.length).toBe(size)
    files.set(name, text.toString('utf8'))
    at = extra + archive.readUInt16LE(at + 30)
  }
  return files
}
