import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Lab, labPortCount, startLab } from '@sundown/core/lab'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, type Client, client, firstThat, freePorts, password, startApi } from './harness.ts'

let api: Api
let lab: Lab
let dir: string
let owner: Client
let tenantId: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sundown-lab-'))
  const labPort = await freePorts(labPortCount)
  lab = await startLab({ firstPort: labPort, dir })
  api = await startApi({ worker: true, labPort, labCa: join(dir, 'ca.pem') })
})

afterAll(async () => {
  await api?.close()
  await lab?.stop()
  await rm(dir, { recursive: true, force: true })
})

const setup = { name: 'Olga Owner', email: 'Olga@Example.com', password, tenantName: 'Contoso Ærø' }
const setupFields = 'viewer { email } tenant { id slug viewerRole overview { endpoints unscanned } }'

it('says that nobody is there yet, and refuses a bad form field by field', async () => {
  expect((await api.nobody.ask('{ setup { completed } viewer { id } }')).data).toEqual({
    setup: { completed: false },
    viewer: null,
  })
  const bad = { name: '', email: 'nobody', password: 'short', tenantName: 'x'.repeat(101) }
  const { errors } = await api.nobody.change('setupComplete', bad, 'tenant { id }')
  expect(errors.map((error: { path: string[]; code: string }) => [error.path[0], error.code])).toEqual([
    ['name', 'REQUIRED'],
    ['email', 'INVALID_EMAIL'],
    ['password', 'WEAK_PASSWORD'],
    ['tenantName', 'TOO_LONG'],
  ])
})

it('makes one owner of several who try at once, and signs that one in', async () => {
  const racers = Array.from({ length: 4 }, () => client(api.url))
  const answers = await Promise.all(
    racers.map((racer, i) => racer.change('setupComplete', { ...setup, email: `olga${i}@example.com` }, setupFields)),
  )
  const won = answers.findIndex((answer) => answer.__typename === 'SetupCompletePayload')
  const lost = answers.filter((_, i) => i !== won)
  expect(lost.map((answer) => answer.errors[0].code)).toEqual(['ALREADY_DONE', 'ALREADY_DONE', 'ALREADY_DONE'])
  expect(answers[won].tenant).toMatchObject({ slug: 'contoso-aeroe', viewerRole: 'OWNER', overview: { endpoints: 0 } })
  expect(await api.app.database.auth.user.count()).toBe(1)
  owner = racers[won] as Client
  tenantId = answers[won].tenant.id
  expect((await owner.ask('{ viewer { email tenants { edges { role node { slug } } } } }')).data.viewer).toEqual({
    email: `olga${won}@example.com`,
    tenants: { edges: [{ role: 'OWNER', node: { slug: 'contoso-aeroe' } }] },
  })
})

it('signs in and out by e-mail and password, and tells no stranger which of them was wrong', async () => {
  const email = (await owner.ask('{ viewer { email } }')).data.viewer.email
  const other = client(api.url)
  const wrong = await other.post('/api/auth/sign-in/email', { email, password: 'not the password' })
  const unknown = await other.post('/api/auth/sign-in/email', { email: 'who@example.com', password })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(await wrong.json()).toEqual(await unknown.json())
  expect((await other.post('/api/auth/sign-in/email', { email, password })).status).toBe(200)
  expect((await other.ask('{ viewer { email } }')).data.viewer).toEqual({ email })
  await other.post('/api/auth/sign-out', {})
  expect((await other.ask('{ viewer { email } }')).data.viewer).toBeNull()
  expect((await other.post('/api/auth/sign-up/email', { email: 'new@example.com', password, name: 'New' })).ok).toBe(
    false,
  )
})

it('adds the practice lab, scans it by real handshakes and shows each move live', async () => {
  const { practiceLab } = (
    await owner.ask(
      '{ viewer { tenants { edges { node { practiceLab { available added targets { key name(locale: DA) } } } } } } }',
    )
  ).data.viewer.tenants.edges[0].node
  expect(practiceLab).toMatchObject({ available: true, added: false })
  expect(practiceLab.targets[0]).toEqual({ key: 'tls10', name: 'Kun TLS 1.0' })

  const live = owner.follow(
    'subscription ($id: ID!) { tenantActivity(tenantId: $id) { scan { id status stage progress endpoint { label } } } }',
    { id: tenantId },
  )
  const moves: { id: string; status: string; stage: string | null }[] = []
  const ended = (async () => {
    await firstThat(live, ({ data }) => {
      moves.push(data.tenantActivity.scan)
      return new Set(moves.filter((move) => move.status === 'COMPLETED').map((move) => move.id)).size === 8
    })
  })()
  const added = await owner.change('practiceLabAdd', { tenantId }, 'endpoints { id label } scans { id status }')
  expect(added.scans).toHaveLength(8)
  await ended
  // A quick scan passes several stages between two writes, so which ones are seen depends on the machine.
  expect(moves.some((move) => move.status === 'RUNNING' && move.stage !== null)).toBe(true)

  const again = await owner.change('practiceLabAdd', { tenantId }, 'endpoints { id } scans { id }')
  expect(again.endpoints.map((e: { id: string }) => e.id)).toEqual(added.endpoints.map((e: { id: string }) => e.id))
  await Promise.all(
    again.scans.map((scan: { id: string }) =>
      firstThat(
        owner.follow('subscription ($id: ID!) { scanProgress(scanId: $id) { status } }', { id: scan.id }),
        ({ data }) => data.scanProgress.status === 'COMPLETED',
      ),
    ),
  )
})

it('gives every server of the lab its verdict, with the report behind it', async () => {
  const { data, errors } = await owner.ask(
    `query ($id: ID!) { node(id: $id) { ... on Tenant {
      overview { endpoints unscanned scansRunning averageScore verdicts { verdict count } legacyProtocols { version count } nextDeadline { id daysLeft } }
      endpoints(first: 20, sort: CREATED) { totalCount edges { node {
        label verdict score deadlines { effect date daysLeft earliest }
        scans { totalCount }
        lastScan { status progress connections results {
          address status verdict because
          protocols { version offered cipherSuites { name } evidence { answer } }
          certificates { nameMatches trust { state store } chain { subject notAfter } }
          findings(outcomes: [fail]) { ruleId severity title detail fix { text } }
        } }
      } } }
    } } }`.replace('[fail]', '[FAIL]'),
    { id: tenantId },
  )
  expect(errors).toBeUndefined()
  const rows = data.node.endpoints.edges.map((edge: { node: object }) => edge.node)
  const verdicts = Object.fromEntries(rows.map((row: { label: string; verdict: string }) => [row.label, row.verdict]))
  expect(verdicts).toMatchObject({
    'TLS 1.0 only': 'NOT_READY',
    'TLS 1.0 to 1.2': 'LEGACY_ENABLED',
    'TLS 1.2 as Microsoft 365 accepts it': 'READY',
    'TLS 1.2 without an accepted suite': 'NOT_READY',
    'Mail server with STARTTLS': 'LEGACY_ENABLED',
    'A port where nothing listens': 'UNKNOWN',
  })
  const row = (label: string) => rows.find((one: { label: string }) => one.label === label)
  const [mixed] = row('TLS 1.0 to 1.2').lastScan.results
  expect(
    mixed.protocols.filter((p: { offered: boolean }) => p.offered).map((p: { version: string }) => p.version),
  ).toEqual(['TLS_1_0', 'TLS_1_1', 'TLS_1_2'])
  expect(mixed.certificates[0]).toMatchObject({ nameMatches: true, trust: { state: 'TRUSTED', store: 'TENANT' } })
  const [old] = row('TLS 1.0 only').lastScan.results
  expect(old.findings.find((finding: { ruleId: string }) => finding.ruleId === 'offers-tls-1-2').fix[0].text).toMatch(
    /TLS 1.2/,
  )
  expect(row('A port where nothing listens').lastScan.results[0]).toMatchObject({
    status: 'REFUSED',
    verdict: 'UNKNOWN',
  })
  expect(row('TLS 1.0 only').scans.totalCount).toBe(2)
  expect(row('TLS 1.0 only').deadlines.length).toBeGreaterThan(0)
  expect(data.node.overview).toMatchObject({ endpoints: 8, unscanned: 0, scansRunning: 0 })
  expect(data.node.overview.legacyProtocols).toContainEqual({ version: 'TLS_1_0', count: 3 })
})

it('stores the facts of an unchanged server once, however often it is scanned', async () => {
  const rows = await api.db.database.asTenants({ tenants: await tenantIds(), user: null }, (tx) =>
    Promise.all([tx.factSet.count(), tx.scanResult.count()]),
  )
  expect(rows[1]).toBe(16)
  expect(rows[0]).toBeLessThanOrEqual(9)
})

const tenantIds = async () => {
  const member = await api.app.database.auth.user.findFirstOrThrow()
  return api.app.database.asTenants({ tenants: [], user: member.id }, async (tx) =>
    (await tx.member.findMany()).map((row) => row.tenantId),
  )
}
