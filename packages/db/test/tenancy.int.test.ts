import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, Prisma } from '../src/index.ts'
import {
  createApiKey,
  createAuditEntry,
  createDelegation,
  createEndpointGroup,
  createFactSet,
  createFinding,
  createTechnicianGroup,
  createTenant,
  createTrustAnchor,
  createUser,
  type TestDatabase,
  testDatabase,
} from '../src/testing/index.ts'

/** The tables under the net, from the catalogue, so that a new one cannot be forgotten. */
interface Table {
  readonly name: string
  readonly partition: boolean
  readonly secured: boolean
  readonly forced: boolean
  readonly policies: number
  readonly granted: boolean
}

let db: TestDatabase
let admin: Client
let tables: Table[]

beforeAll(async () => {
  db = await testDatabase()
  admin = new Client({ connectionString: db.adminUrl })
  await admin.connect()
  const { rows } = await admin.query<Table>(`
    select c.relname as name, c.relispartition as partition, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
           has_table_privilege('sundown_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') as granted
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenantId')
    order by 1`)
  tables = rows
})

afterAll(async () => {
  await admin?.end()
  await db?.close()
})

describe('every tenant table', () => {
  test('is one of at least seven, so that an empty catalogue cannot pass', () => {
    expect(tables.filter((table) => !table.partition).length).toBeGreaterThanOrEqual(7)
  })

  test('has row-level security switched on, forced, and at least one policy', () => {
    const open = tables.filter((table) => !table.partition && !(table.secured && table.forced && table.policies > 0))
    expect(open.map((table) => table.name)).toEqual([])
  })

  test('can be reached through its parent alone where it is a partition', () => {
    expect(tables.filter((table) => table.partition).length).toBeGreaterThan(2)
    expect(tables.filter((table) => table.partition && table.granted).map((table) => table.name)).toEqual([])
  })

  test('leads its primary key with the tenant', async () => {
    const { rows } = await admin.query<{ name: string }>(`
      select c.relname as name from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and a.attname = 'tenantId'`)
    const leading = new Set(rows.map((row) => row.name))
    expect(tables.filter((table) => !leading.has(table.name)).map((table) => table.name)).toEqual([])
  })
})

describe('the net', () => {
  let mine: string
  let theirs: string

  beforeAll(async () => {
    mine = await fill()
    theirs = await fill()
  })

  test('shows the own rows of each table and nobody else’s', async () => {
    for (const name of names()) {
      const seen = await asApp(`select distinct "tenantId" from "${name}" where ${ours(name)}`, [mine])
      expect([name, seen.rows.map((row) => row.tenantId)]).toEqual([name, [mine]])
    }
  })

  test('shows the rows of several reachable tenants together', async () => {
    for (const name of names()) {
      const seen = await asApp(`select distinct "tenantId" from "${name}" where ${ours(name)}`, [mine, theirs])
      expect([name, seen.rowCount]).toEqual([name, 2])
    }
  })

  test('shows nothing without a reach', async () => {
    for (const name of [...names(), 'Tenant', 'User']) {
      expect([name, (await asApp(`select * from "${name}"`, null)).rowCount]).toEqual([name, 0])
      expect([name, (await asApp(`select * from "${name}"`, [])).rowCount]).toEqual([name, 0])
    }
  })

  test('updates and deletes nothing of another tenant', async () => {
    for (const name of names()) {
      const update = `update "${name}" set "tenantId" = "tenantId" where "tenantId" = '${theirs}'`
      expect([name, await touched(update)]).toEqual([name, 0])
      expect([name, await touched(`delete from "${name}" where "tenantId" = '${theirs}'`)]).toEqual([name, 0])
    }
  })

  test('refuses to write a row into another tenant or to move one there', async () => {
    for (const name of names()) {
      const { rows } = await admin.query<{ columns: string }>(
        `select string_agg(quote_ident(attname), ',' order by attnum) as columns from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and attname <> 'tenantId' and not attisdropped`,
        [`"${name}"`],
      )
      const columns = rows[0]?.columns
      const insert = `insert into "${name}" ("tenantId", ${columns}) select '${theirs}', ${columns} from "${name}"`
      await expect(asApp(insert, [mine]), name).rejects.toMatchObject({ code: '42501' })
      await expect(asApp(`update "${name}" set "tenantId" = '${theirs}'`, [mine]), name).rejects.toMatchObject({
        code: '42501',
      })
    }
  })

  test('lets the own rows be updated and deleted', async () => {
    const gone = await fill()
    for (const name of ['Finding', 'ScanResult', 'Scan', 'Endpoint']) {
      expect((await asApp(`update "${name}" set "tenantId" = "tenantId"`, [gone])).rowCount).toBe(1)
    }
    await db.database.asTenants({ tenants: [gone], user: null }, (tx) => tx.tenant.delete({ where: { id: gone } }))
    for (const name of names()) {
      const left = await admin.query(`select from "${name}" where "tenantId" = $1`, [gone])
      expect([name, left.rowCount]).toEqual([name, 0])
    }
    expect((await admin.query('select from "Delegation" where "partnerId" = $1', [gone])).rowCount).toBe(0)
  })

  test('shows a person the own memberships and tenants before one is chosen, and nobody else’s', async () => {
    const { tenant, owner } = await createTenant(db.database)
    const seen = await db.database.asTenants({ tenants: [], user: owner.id }, async (tx) => ({
      tenants: (await tx.tenant.findMany()).map((row) => row.id),
      members: (await tx.member.findMany()).map((row) => row.tenantId),
      people: (await tx.user.findMany()).map((row) => row.id),
      endpoints: await tx.endpoint.count(),
    }))
    expect(seen).toEqual({ tenants: [tenant.id], members: [tenant.id], people: [owner.id], endpoints: 0 })
  })

  test('does not let a person join a tenant by naming it', async () => {
    const user = await createUser(db.database)
    const join = db.database.asTenants({ tenants: [], user: user.id }, (tx) =>
      tx.member.create({ data: { tenantId: theirs, userId: user.id, role: 'OWNER' } }),
    )
    await expect(join).rejects.toThrow(/row-level security/)
  })

  test('refuses a reach that is not made of ids', async () => {
    const work = db.database.asTenants({ tenants: [`${mine},${theirs}`], user: null }, (tx) => tx.endpoint.count())
    await expect(work).rejects.toThrow(TypeError)
  })

  test('keeps many transactions at once apart, and one inside another', async () => {
    const other = (await createTenant(db.database)).tenant.id
    const tenants = [mine, theirs, other]
    const seen = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const id = tenants[index % 3] ?? ''
        const rows = await db.database.asTenants({ tenants: [id], user: null }, async (tx) => [
          ...(await tx.tenant.findMany()),
          ...(await Promise.all([tx.tenant.findMany(), tx.tenant.findMany()])).flat(),
        ])
        return rows.map((row) => row.id === id)
      }),
    )
    expect(seen).toEqual(seen.map(() => [true, true, true]))
    const inside = await db.database.asTenants({ tenants: [mine], user: null }, async (tx) => ({
      before: (await tx.tenant.findMany()).map((row) => row.id),
      inner: await db.database.asTenants({ tenants: [theirs], user: null }, async (inner) =>
        (await inner.tenant.findMany()).map((row) => row.id),
      ),
      none: await db.database.prisma.tenant.count(),
      alone: await db.database.prisma.$transaction(async (alone) => await alone.tenant.count()),
      after: (await tx.tenant.findMany()).map((row) => row.id),
    }))
    expect(inside).toEqual({ before: [mine], inner: [theirs], none: 0, alone: 0, after: [mine] })
  })

  test('takes a user id of any form as a value', async () => {
    const user = "o'hara\\'; set role postgres; --"
    const { rows } = await db.database.asTenants({ tenants: [], user }, async (tx) => ({
      rows: await tx.$queryRaw`select acting_user() as "user", current_user as role`,
    }))
    expect(rows).toEqual([{ user, role: 'sundown_app' }])
  })

  test('rolls a transaction back whose first statement fails, and gives its connection back whole', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const broken = db.database.asTenants({ tenants: [mine], user: null }, (tx) => tx.$queryRaw`select 1 / 0`)
      await expect(broken).rejects.toThrow(/division by zero/)
      await db.database.asTenants({ tenants: [mine], user: null }, async () => {})
    }
    expect(await db.database.asTenants({ tenants: [mine], user: null }, (tx) => tx.tenant.count())).toBe(1)
  })

  test('forgets the reach with the transaction, also after an error', async () => {
    await db.database.asTenants({ tenants: [mine], user: null }, (tx) => tx.endpoint.findFirstOrThrow())
    const broken = db.database.asTenants({ tenants: [mine], user: null }, async () => {
      throw new Error('broken off')
    })
    await expect(broken).rejects.toThrow('broken off')
    const counts = await Promise.all(Array.from({ length: 8 }, () => db.database.prisma.endpoint.count()))
    expect(new Set(counts)).toEqual(new Set([0]))
  })

  /** Rows changed; none where the role may not even try, as with the audit log. */
  async function touched(sql: string): Promise<number | null> {
    const result = await asApp(sql, [mine]).catch((error: { code?: string }) => {
      if (error.code === '42501') return { rowCount: 0 }
      throw error
    })
    return result.rowCount
  }

  // A partner also reads its customers' delegations; delegation.int.test.ts looks at those.
  function ours(name: string): string {
    return name === 'Delegation' ? '"partnerId" <> all (reachable_tenants())' : 'true'
  }

  function names(): string[] {
    return tables.filter((table) => !table.partition).map((table) => table.name)
  }

  /** One row in each tenant table. */
  async function fill(): Promise<string> {
    const { tenant, member } = await createTenant(db.database)
    const at = { tenantId: tenant.id }
    await createTrustAnchor(db.database, at)
    await createFactSet(db.database, at)
    const { endpointId } = await createFinding(db.database, at)
    await createApiKey(db.database, at)
    await createAuditEntry(db.database, at)
    const endpointGroup = await createEndpointGroup(db.database, at)
    const group = await createTechnicianGroup(db.database, at)
    const delegation = await createDelegation(db.database, at)
    const customer = await createDelegation(db.database, { partnerId: tenant.id })
    await db.database.asTenants({ tenants: [tenant.id], user: null }, async (tx) => {
      const provider = { name: 'Ours', kind: 'OIDC', issuer: 'https://login.example.com' } as const
      const { id: providerId } = await tx.identityProvider.create({ data: { ...at, ...provider } })
      await tx.signInDomain.create({ data: { ...at, providerId, domain: `${tenant.id}.example` } })
      const policy = { id: 'strict@1', name: 'Strict', basedOn: 'microsoft-365', document: {}, createdBy: 'x' }
      await tx.tenantPolicy.create({ data: { ...at, ...policy } })
      await tx.historyRegrade.create({ data: { ...at, rulings: 'aa', policyId: policy.basedOn, total: 1 } })
      await tx.customRole.create({ data: { ...at, name: 'Auditor', permissions: ['*.read'] } })
      const tokenHash = delegation.id.replaceAll('-', '').repeat(2)
      const invitation = {
        email: 'a@example.com',
        role: 'VIEWER',
        tokenHash,
        invitedBy: 'x',
        expiresAt: new Date(),
      } as const
      await tx.invitation.create({ data: { ...at, ...invitation } })
      await tx.endpointTag.create({ data: { ...at, endpointId, tag: 'mail' } })
      await tx.endpointGroupMember.create({ data: { ...at, endpointId, groupId: endpointGroup.id } })
      await tx.domainProof.create({ data: { ...at, domain: 'example.com', method: 'DNS', token: 'x' } })
      await tx.technicianGroupMember.create({ data: { ...at, groupId: group.id, memberId: member.id } })
      await tx.delegationAssignment.create({
        data: { ...at, groupId: group.id, customerId: customer.tenantId, delegationId: customer.id, role: 'VIEWER' },
      })
      // The one where this tenant is the partner belongs to its customer and would blur what the tests look at.
      await tx.delegation.updateMany({ where: { id: customer.id }, data: { status: 'ENDED' } })
    })
    return tenant.id
  }
})

describe('the roles', () => {
  test('cannot log in, bypass the net, or make roles', async () => {
    const { rows } = await admin.query(
      `select rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong
       from pg_roles where rolname like 'sundown\\_%'`,
    )
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ strong: false })))
  })

  test('own nothing and may create nothing', async () => {
    const { rows } = await admin.query(
      `select rolname, has_schema_privilege(rolname, 'public', 'CREATE') as creates,
              exists (select from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname like 'sundown\\_%' order by 1`,
    )
    expect(rows).toEqual([
      { rolname: 'sundown_app', creates: false, owns: false },
      { rolname: 'sundown_auth', creates: false, owns: false },
      { rolname: 'sundown_door', creates: false, owns: false },
      { rolname: 'sundown_keeper', creates: false, owns: false },
      { rolname: 'sundown_scoped', creates: false, owns: false },
    ])
  })

  test('cannot switch the net off', async () => {
    await expect(asApp('set local row_security = off; select * from "Endpoint"', null)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(asApp('alter table "Endpoint" disable row level security', null)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(asApp('truncate "Endpoint" cascade', null)).rejects.toMatchObject({ code: '42501' })
  })

  test('divide the sign-in data from the tenants', async () => {
    for (const name of ['Session', 'Account', 'Verification', 'RateLimit', 'TwoFactor', 'Passkey']) {
      await expect(asApp(`select * from "${name}"`, null), name).rejects.toMatchObject({ code: '42501' })
    }
    await expect(db.database.auth.endpoint.count()).rejects.toThrow(/permission denied/)
    await expect(db.database.auth.tenant.count()).rejects.toThrow(/permission denied/)
    const user = await createUser(db.database)
    expect(await db.database.auth.user.findUnique({ where: { id: user.id } })).toMatchObject({ email: user.email })
  })

  test('let the door read who comes and where they belong, and nothing else', async () => {
    const { tenant, owner } = await createTenant(db.database)
    const { rows } = await admin.query<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (has_any_column_privilege('sundown_door', c.oid, 'SELECT') or has_table_privilege('sundown_door', c.oid, 'SELECT'))
      order by 1`)
    expect(rows.map((row) => row.name)).toEqual([
      'ApiKey',
      'CustomRole',
      'Delegation',
      'DelegationAssignment',
      'Member',
      'Session',
      'TechnicianGroup',
      'TechnicianGroupMember',
      'User',
    ])
    const writes = await admin.query(`
      select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (has_any_column_privilege('sundown_door', c.oid, 'INSERT, UPDATE')
          or has_table_privilege('sundown_door', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))`)
    expect(writes.rowCount).toBe(0)
    await expect(db.database.door(Prisma.sql`select "locale" from "User"`)).rejects.toMatchObject({ code: '42501' })
    await expect(db.database.door(Prisma.sql`select "ipAddress" from "Session"`)).rejects.toMatchObject({
      code: '42501',
    })
    expect(await db.database.door(Prisma.sql`select "tenantId" from "Member" where "userId" = ${owner.id}`)).toEqual([
      { tenantId: tenant.id },
    ])
  })

  test('leave the application unable to change a person', async () => {
    const { owner } = await createTenant(db.database)
    const change = db.database.asTenants({ tenants: [], user: owner.id }, (tx) =>
      tx.user.update({ where: { id: owner.id }, data: { email: 'other@example.com' } }),
    )
    await expect(change).rejects.toThrow(/permission denied/)
  })
})

describe('the keeper', () => {
  test('reads the rows of every tenant for one transaction', async () => {
    const both = [(await createTenant(db.database)).tenant.id, (await createTenant(db.database)).tenant.id]
    const seen = await db.database.asKeeper((tx) => tx.tenant.findMany({ select: { id: true } }))
    expect(seen.map((row) => row.id)).toEqual(expect.arrayContaining(both))
    expect(await db.database.prisma.tenant.count()).toBe(0)
  })

  test('writes nothing of a tenant and reads no sign-in data', async () => {
    const { tenant } = await createTenant(db.database)
    await expect(db.database.asKeeper((tx) => tx.tenant.delete({ where: { id: tenant.id } }))).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.database.asKeeper((tx) => tx.endpoint.updateMany({ data: { host: 'x' } }))).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.database.asKeeper((tx) => tx.user.findMany())).rejects.toThrow(/permission denied/)
  })
})

describe('deadlines', () => {
  const deadline = () => ({ id: newId(), document: {}, createdBy: 'x' })

  test('are added and withdrawn by an operator alone, never changed, and read by everybody', async () => {
    const operator = await createUser(db.database, { operator: true })
    const { tenant, owner } = await createTenant(db.database)
    const add = (user: string | null) =>
      db.database.asTenants({ tenants: [tenant.id], user }, (tx) => tx.deadlineRecord.create({ data: deadline() }))
    await expect(add(owner.id)).rejects.toThrow(/row-level security/)
    await expect(add(null)).rejects.toThrow(/row-level security/)
    const { id } = await add(operator.id)
    const change = (user: string, data: object) =>
      db.database.asTenants({ tenants: [], user }, (tx) => tx.deadlineRecord.updateMany({ where: { id }, data }))
    await expect(change(operator.id, { document: { moved: true } })).rejects.toThrow(/permission denied/)
    expect((await change(owner.id, { withdrawnAt: new Date() })).count).toBe(0)
    expect((await change(operator.id, { withdrawnAt: new Date() })).count).toBe(1)
    expect(await db.database.prisma.deadlineRecord.findUnique({ where: { id } })).toMatchObject({ id })
  })
})

describe('the tables', () => {
  test('keep one watched endpoint per host, port, server name and dialect, and free the place on deletion', async () => {
    const { tenant } = await createTenant(db.database)
    const add = (deletedAt: Date | null) =>
      db.database.asTenants({ tenants: [tenant.id], user: null }, (tx) =>
        tx.endpoint.create({ data: { tenantId: tenant.id, host: 'a.example', port: 25, role: 'inbound', deletedAt } }),
      )
    await add(new Date())
    await add(null)
    await expect(add(null)).rejects.toMatchObject({ code: 'P2002' })
    await add(new Date())
  })

  test('hold no two members or accounts for the same person and place', async () => {
    const { member } = await createTenant(db.database)
    const again = db.database.asTenants({ tenants: [member.tenantId], user: null }, (tx) =>
      tx.member.create({ data: { tenantId: member.tenantId, userId: member.userId, role: 'VIEWER' } }),
    )
    await expect(again).rejects.toMatchObject({ code: 'P2002' })
    const account = () =>
      db.database.auth.account.create({
        data: { id: newId(), userId: member.userId, providerId: 'credential', accountId: newId() },
      })
    await account()
    await expect(account()).rejects.toMatchObject({ code: 'P2002' })
  })

  test('hold no two people whose addresses differ in case alone', async () => {
    const user = await createUser(db.database)
    await expect(createUser(db.database, { email: user.email.toUpperCase() })).rejects.toMatchObject({ code: 'P2002' })
  })

  test('put a scan of this month into this month’s partition', async () => {
    const { tenantId } = await createFinding(db.database)
    const rows = await db.database.asTenants(
      { tenants: [tenantId], user: null },
      (tx) => tx.$queryRaw<unknown[]>`select tableoid::regclass::text as partition from "Scan"`,
    )
    expect(rows).toEqual([{ partition: `"Scan_${new Date().toISOString().slice(0, 7).replace('-', '_')}"` }])
  })
})

/** As the application's role with a reach of its own; everything is rolled back. */
async function asApp(sql: string, tenants: readonly string[] | null) {
  const client = new Client({ connectionString: db.url, options: '-c role=sundown_app' })
  await client.connect()
  try {
    await client.query('begin')
    if (tenants !== null) await client.query(`select set_config('app.tenants', $1, true)`, [tenants.join(',')])
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
