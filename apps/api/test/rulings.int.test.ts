import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Lab, labPortCount, startLab } from '@sundown/core/lab'
import { createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, firstThat, freePorts, type Person, signIn, startApi, tenantGid, until } from './harness.ts'

let api: Api
let lab: Lab
let dir: string
let owner: Person
let tenant: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sundown-lab-'))
  const labPort = await freePorts(labPortCount)
  lab = await startLab({ firstPort: labPort, dir })
  api = await startApi({ worker: true, labPort, labCa: join(dir, 'ca.pem') })
  const made = await createTenant(api.db.database)
  tenant = tenantGid(made.tenant.id)
  owner = await signIn(api, [{ tenantId: made.tenant.id, role: 'OWNER' }])
  await api.app.database.auth.user.update({ where: { id: owner.userId }, data: { operator: true } })
  const { scans } = await owner.change('practiceLabAdd', { tenantId: tenant }, 'scans { id }')
  await Promise.all(
    scans.map(({ id }: { id: string }) =>
      firstThat(
        owner.follow('subscription ($id: ID!) { scanProgress(scanId: $id) { status } }', { id }),
        ({ data }) => data.scanProgress.status === 'COMPLETED',
      ),
    ),
  )
})

afterAll(async () => {
  await api?.close()
  await lab?.stop()
  await rm(dir, { recursive: true, force: true })
})

const endpoint = async (label: string, fields: string) => {
  const query = `query ($id: ID!, $search: String) { node(id: $id) { ... on Tenant { endpoints(search: $search) { edges { node { label ${fields} } } } } } }`
  const { data, errors } = await owner.ask(query, { id: tenant, search: label })
  if (errors) throw new Error(JSON.stringify(errors))
  return data.node.endpoints.edges.find((edge: { node: { label: string } }) => edge.node.label === label).node
}

it('lists the policies that ship, with what each rule weighs', async () => {
  const { data } = await owner.ask(
    '{ policies { id name title(locale: DA) rules { ruleId severity cost required off } } }',
  )
  expect(data.policies.map((policy: { name: string }) => policy.name)).toEqual(
    expect.arrayContaining(['microsoft-365', 'nist-800-52r2', 'pci-dss-4', 'rfc9325']),
  )
})

it('previews a policy of one`s own, refuses one that is wrong, and judges by it once it is chosen', async () => {
  const changes = { rules: { 'accepts-tls-1-0': { cost: 50 }, 'accepts-tls-1-1': { cost: 40 } } }
  const preview = async (given: object) => {
    const query = `query ($id: ID!, $changes: JSON) { node(id: $id) { ... on Tenant { policyPreview(policyId: "microsoft-365", changes: $changes) {
      problems { path code } endpoints complete scoreNow scoreThen moves { from to count } changed
      changes(first: 2) { endpoint { label } verdictNow verdictThen scoreNow scoreThen } rest: changes(first: 100, offset: 2) { endpoint { label } } } } } }`
    return (await owner.ask(query, { id: tenant, changes: given })).data.node.policyPreview
  }
  const shown = await preview(changes)
  expect(shown).toMatchObject({ problems: [], endpoints: 8, complete: true, moves: [] })
  expect(shown.changes).toHaveLength(2)
  expect(shown.changed).toBe(shown.changes.length + shown.rest.length)
  const [first] = shown.changes
  expect(first.scoreThen).toBeLessThan(first.scoreNow)
  expect(first.verdictThen).toBe(first.verdictNow)
  const named = [...shown.changes, ...shown.rest].map(
    ({ endpoint: { label } }: { endpoint: { label: string } }) => label,
  )
  expect(named).toContain('TLS 1.0 to 1.2')
  expect(named).not.toContain('TLS 1.2 and 1.3')
  expect(shown.scoreThen).toBeLessThan(shown.scoreNow)
  expect((await preview({ rules: { 'no-such-rule': { cost: 1 } } })).problems).toEqual([
    { path: 'rules.no-such-rule', code: 'unknown-rule' },
  ])
  const input = { tenantId: tenant, name: 'strict', basedOn: 'microsoft-365' }
  const refused = await owner.change(
    'policyCreate',
    { ...input, changes: { rules: { 'offers-tls-1-2-or-later': { off: 'no matter' } } } },
    'policy { id }',
  )
  expect(refused.errors).toEqual([
    expect.objectContaining({
      code: 'WEAKENS_READINESS',
      path: ['changes', 'rules', 'offers-tls-1-2-or-later', 'off'],
    }),
  ])
  const wrong = { parameters: { rsaBits: 10, groups: [23, 99_999] }, rules: { 'no-such-rule': { cost: 1 } }, colour: 1 }
  const { errors } = await owner.change('policyCreate', { ...input, changes: wrong }, 'policy { id }')
  expect(errors.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')])).toEqual([
    ['INVALID', 'changes.parameters.groups.1'],
    ['INVALID', 'changes.parameters.rsaBits'],
    ['INVALID', 'changes.colour'],
  ])
  const unknown = await owner.change(
    'policyCreate',
    { ...input, changes: { rules: { 'no-such-rule': { cost: 1 } } } },
    'policy { id }',
  )
  expect(unknown.errors[0]).toMatchObject({ code: 'UNKNOWN_RULE', path: ['changes', 'rules', 'no-such-rule'] })
  const { policy } = await owner.change('policyCreate', { ...input, changes }, 'policy { id basedOn }')
  expect(policy.id).toMatch(/^strict@\d{4}-\d\d-\d\d$/)

  const before = await endpoint('TLS 1.0 to 1.2', 'score policyId')
  await owner.change('policyChoose', { tenantId: tenant, policyId: policy.id }, 'tenant { policy { id } }')
  const after = await until(async () => {
    const now = await endpoint('TLS 1.0 to 1.2', 'score policyId verdict lastScan { results { policyId score } }')
    return now.policyId === policy.id ? now : null
  })
  expect(after.score).toBeLessThan(before.score)
  expect(after.lastScan.results).toEqual([{ policyId: policy.id, score: after.score }])
  await owner.change('policyChoose', { tenantId: tenant, policyId: 'microsoft-365' }, '__typename')
  await until(async () => (await endpoint('TLS 1.0 to 1.2', 'score')).score === before.score)
})

it('judges every older scan again, without a rescan, and names the policy of each answer', async () => {
  const fields = `id score scans(first: 10) { edges { node { id score verdict finishedAt results { id policyId judgedAt score verdict } } } }`
  type Scan = {
    id: string
    score: number
    finishedAt: string
    results: { policyId: string; judgedAt: string; score: number }[]
  }
  const scansOf = async () =>
    (await endpoint('TLS 1.0 to 1.2', fields)).scans.edges.map(({ node }: { node: Scan }) => node) as Scan[]
  const { id } = await endpoint('TLS 1.0 to 1.2', 'id')
  for (const _ of [1, 2]) {
    const { scans } = await owner.change('scanRequest', { endpointIds: [id] }, 'scans { id }')
    await firstThat(
      owner.follow('subscription ($id: ID!) { scanProgress(scanId: $id) { status } }', { id: scans[0].id }),
      ({ data }) => data.scanProgress.status === 'COMPLETED',
    )
  }
  const before = await scansOf()
  expect(before).toHaveLength(3)
  const regrade = '... on Tenant { historyRegrade { policyId total done changed finishedAt } }'
  const done = (policyId: string) =>
    until(async () => {
      const { data } = await owner.ask(`query ($id: ID!) { node(id: $id) { ${regrade} } }`, { id: tenant })
      const state = data.node.historyRegrade
      return state?.policyId === policyId && state.finishedAt ? state : null
    })
  const changes = { rules: { 'accepts-tls-1-0': { cost: 30 } } }
  const input = { tenantId: tenant, name: 'for-history', basedOn: 'microsoft-365', changes }
  const { policy } = await owner.change('policyCreate', input, 'policy { id }')
  await owner.change('policyChoose', { tenantId: tenant, policyId: policy.id }, '__typename')
  const state = await done(policy.id)
  expect(state.done).toBe(state.total)
  expect(state.changed).toBeGreaterThanOrEqual(2)
  const after = await scansOf()
  expect(after.map((scan) => scan.id)).toEqual(before.map((scan) => scan.id))
  for (const [index, scan] of after.entries()) {
    const [result] = scan.results
    const [old] = before[index]?.results ?? []
    expect(result).toMatchObject({ policyId: policy.id, score: (old?.score ?? 0) - 22 })
    expect(scan.score).toBe(result?.score)
    // An older answer is the one of its own day; the newest is today's.
    if (index > 0) expect(result?.judgedAt).toBe(scan.finishedAt)
  }
  await owner.change('policyChoose', { tenantId: tenant, policyId: 'microsoft-365' }, '__typename')
  await until(async () => (await scansOf()).every((scan, index) => scan.score === before[index]?.score))
})

it('lets an operator add and move a date without a release, and take it back', async () => {
  const dates = async () =>
    (await endpoint('Mail server with STARTTLS', 'deadlines { id effect date earliest note }')).deadlines
  expect((await dates()).some((one: { earliest: boolean }) => one.earliest)).toBe(true)
  const input = {
    service: 'Exchange Online',
    clouds: ['WORLDWIDE'],
    channel: 'SMTP_IN',
    protocols: ['TLSv1.0', 'TLSv1.1'],
    effect: 'BLOCKED',
    date: '2099-06-30',
    source: 'MC000000',
    note: 'Refused from that day on.',
  }
  const bad = await owner.change('deadlineAdd', { ...input, date: 'soon', protocols: ['TLS 1.0'] }, 'deadline { id }')
  expect(bad.errors.map((error: { path: string[] }) => error.path[0]).sort()).toEqual(['date', 'protocols'])
  const { deadline } = await owner.change('deadlineAdd', input, 'deadline { id daysLeft }')
  expect(deadline.daysLeft).toBeGreaterThan(20_000)
  expect(await dates()).toContainEqual(
    expect.objectContaining({ id: deadline.id, date: '2099-06-30', earliest: false }),
  )
  expect((await dates()).some((one: { earliest: boolean }) => one.earliest)).toBe(false)

  const moved = await owner.change(
    'deadlineMove',
    { id: deadline.id, date: '2099-01-31', source: 'MC000001' },
    'deadline { id }',
  )
  expect((await dates()).map((one: { id: string }) => one.id)).not.toContain(deadline.id)
  expect(await dates()).toContainEqual(expect.objectContaining({ id: moved.deadline.id, date: '2099-01-31' }))
  const all = (await owner.ask('{ deadlines(cloud: WORLDWIDE) { id supersededBy } }')).data.deadlines
  expect(all).toContainEqual({ id: deadline.id, supersededBy: moved.deadline.id })
  const again = await owner.change(
    'deadlineMove',
    { id: deadline.id, date: '2099-02-01', source: 'x' },
    'deadline { id }',
  )
  expect(again.errors[0]).toMatchObject({ code: 'CONFLICT', params: { id: moved.deadline.id } })

  await owner.change('deadlineWithdraw', { id: moved.deadline.id }, 'id')
  expect((await dates()).map((one: { id: string }) => one.id)).toContain(deadline.id)
  await owner.change('deadlineWithdraw', { id: deadline.id }, 'id')
  expect((await dates()).some((one: { earliest: boolean }) => one.earliest)).toBe(true)

  const changes = async (person: Person) =>
    (await person.ask('{ deadlineChanges { kind by reason dateBefore deadline { id date } } }')).data.deadlineChanges
  const told = await changes(owner)
  expect(told.map(({ kind }: { kind: string }) => kind)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'MOVED', 'ADDED'])
  expect(told[2]).toMatchObject({ dateBefore: '2099-06-30', deadline: { date: '2099-01-31' } })
  expect(told.every(({ by }: { by: string | null }) => by !== null)).toBe(true)
  const viewer = await signIn(api, [])
  expect((await changes(viewer)).map(({ by }: { by: string | null }) => by)).toEqual([null, null, null, null])
  const refused = await viewer.change('deadlineWithdraw', { id: deadline.id }, 'id')
  expect(refused.errors[0]).toMatchObject({ code: 'FORBIDDEN' })

  await until(async () => {
    const { data } = await owner.ask(
      'query ($id: ID!) { node(id: $id) { ... on Tenant { auditEntries(first: 20) { edges { node { action actorKind } } } } } }',
      { id: tenant },
    )
    const seen = data.node.auditEntries.edges.map(({ node }: { node: { action: string } }) => node)
    return seen.some(({ action }: { action: string }) => action === 'historyRegrade') ? seen : null
  })
})

it('says what would break before anything is touched', async () => {
  const fields = `verdict whatIf(changes: { switchOff: [TLS_1_0, TLS_1_1] }) { address before { verdict letter } after { verdict score }
    brokenClients { name failure } lostPeers { name } changedRules { ruleId from to } }`
  const [mixed] = (await endpoint('TLS 1.0 to 1.2', fields)).whatIf
  expect(mixed).toMatchObject({ before: { verdict: 'LEGACY_ENABLED' }, after: { verdict: 'READY' }, lostPeers: [] })
  expect(mixed.brokenClients.length).toBeGreaterThan(0)
  expect(mixed.changedRules).toContainEqual({ ruleId: 'accepts-tls-1-0', from: 'fail', to: 'pass' })
  const [old] = (await endpoint('TLS 1.0 only', fields)).whatIf
  expect(old.after.verdict).toBe('NOT_READY')
  const unchanged = await endpoint('TLS 1.0 to 1.2', 'verdict')
  expect(unchanged.verdict).toBe('LEGACY_ENABLED')
})

it('supposes by the tenant’s own policy and dates, for the scan that is looked at', async () => {
  const made = await owner.change(
    'policyCreate',
    {
      tenantId: tenant,
      name: 'supposed',
      basedOn: 'microsoft-365',
      changes: { rules: { 'accepts-tls-1-0': { cost: 40 } } },
    },
    'policy { id }',
  )
  const before = await endpoint('TLS 1.0 to 1.2', 'score')
  await owner.change('policyChoose', { tenantId: tenant, policyId: made.policy.id }, '__typename')
  const changes = (text: string) =>
    `lastScan { results { whatIf(changes: ${text}) { before { policyId score verdict } after { policyId score verdict because }
      brokenClients { name(locale: DA) } changedRules { ruleId title(locale: DA) to } } } }`
  const suppose = async (text: string) => (await endpoint('TLS 1.0 to 1.2', changes(text))).lastScan.results[0].whatIf
  const off = await suppose('{ switchOff: [TLS_1_0, TLS_1_1] }')
  expect(off.before).toMatchObject({ policyId: made.policy.id, score: before.score - 32 })
  expect(off.after.score).toBeGreaterThan(off.before.score)
  expect(off.changedRules).toContainEqual({
    ruleId: 'accepts-tls-1-0',
    title: expect.stringContaining('TLS 1.0'),
    to: 'pass',
  })
  const late = await suppose('{ blockOn: "2099-01-01" }')
  expect(late.after).toMatchObject({ verdict: 'AT_RISK', because: ['certificate-outlasts-deadline'] })
  const both = await suppose('{ blockOn: "2099-01-01", certificate: { notAfter: "2099-12-31T00:00:00Z" } }')
  expect(both.after.verdict).toBe('LEGACY_ENABLED')
  await expect(suppose('{ blockOn: "soon" }')).rejects.toThrow('A day is written as')
  await owner.change('policyChoose', { tenantId: tenant, policyId: 'microsoft-365' }, '__typename')
  await until(async () => (await endpoint('TLS 1.0 to 1.2', 'score')).score === before.score)
})

it('computes who would connect, judges by another policy on request, and prints the fix for a stack', async () => {
  const { lastScan } = await endpoint(
    'TLS 1.0 only',
    `lastScan { results { clients { name outcome } peers { name outcome failure } judgement(policyId: "pci-dss-4") { policyId conforms }
      findings(outcomes: [FAIL]) { ruleId fix(locale: DA) { text stack remedy { set check rollBack mayBreak(locale: DA) } } } } }`,
  )
  const [result] = lastScan.results
  expect(result.clients.length).toBeGreaterThanOrEqual(60)
  expect(result.peers.every((peer: { outcome: string }) => peer.outcome === 'FAILS')).toBe(true)
  expect(result.judgement).toMatchObject({ policyId: expect.stringMatching(/^pci-dss-4@/), conforms: false })
  const { fix } = result.findings.find((finding: { ruleId: string }) => finding.ruleId === 'offers-tls-1-2')
  expect(fix[0]).toMatchObject({ stack: null, remedy: null })
  expect(fix.find((step: { stack: string }) => step.stack === 'windows-server').remedy.set).toMatch(/TLS 1\.2/)
})
