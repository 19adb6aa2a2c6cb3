import { createHmac, randomBytes } from 'node:crypto'
import { createEndpoint, createTenant, type TestDatabase, testDatabase } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { client, freePorts, portalUrl, type Started, startProcess, tenantGid, until } from './harness.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let db: TestDatabase
let mail: MailServer
const started: Started[] = []

beforeAll(async () => {
  db = await testDatabase()
  mail = await startMailServer()
})

afterAll(async () => {
  await Promise.all(started.map((process) => process.end('SIGKILL')))
  await mail?.close()
  await db?.close()
})

it('writes none of the secrets of a whole run to its logs, at the most talkative level', async () => {
  const secrets = new Map<string, string>()
  const secret = (name: string, value: string | undefined) => {
    if (!value || value.length < 6) throw new Error(`${name} is no secret`)
    secrets.set(name, value)
    return value
  }
  const smtp = new URL(mail.url)
  const signing = secret('SUNDOWN_SECRET', randomBytes(32).toString('hex'))
  secret('password of the database', new URL(db.url).password)
  const port = String(await freePorts(1))
  const api = startProcess('main', {
    DATABASE_URL: db.url,
    SUNDOWN_API_PORT: port,
    SUNDOWN_SECRET: signing,
    SUNDOWN_SMTP_URL: smtp.href,
    SUNDOWN_WORKER: 'inline',
    SUNDOWN_PORTAL_URL: portalUrl,
    SUNDOWN_LOG_LEVEL: 'trace',
  })
  started.push(api)
  const url = `http://127.0.0.1:${port}`
  await until(async () => (await fetch(`${url}/readyz`)).ok)

  const somebody = client(url)
  const password = secret('password', `pass-${randomBytes(9).toString('hex')}`)
  const email = 'first@example.com'
  const cookieIn = ({ cookie }: { cookie: string }) =>
    decodeURIComponent(/session_token=([^;]+)/.exec(cookie)?.[1] ?? '')
  await somebody.change('setupComplete', { name: 'First', email, password, tenantName: 'T' }, '__typename')
  secret('session', cookieIn(somebody).split('.')[0])
  const wrong = secret('a wrong password', `wrong-${randomBytes(9).toString('hex')}`)
  await client(url).post('/api/auth/sign-in/email', { email, password: wrong })
  const again = client(url)
  await again.post('/api/auth/sign-in/email', { email, password })
  secret('another session', cookieIn(again).split('.')[0])

  const { tenant } = await createTenant(db.database)
  const userId = (await db.database.auth.user.findUniqueOrThrow({ where: { email } })).id
  const tenantId = tenantGid(tenant.id)
  await db.database.asTenants({ tenants: [tenant.id], user: null }, (tx) =>
    tx.member.create({ data: { tenantId: tenant.id, userId, role: 'OWNER' } }),
  )
  const key = await again.change('apiKeyCreate', { tenantId, name: 'K', scopes: ['*'] }, 'secret apiKey { id }')
  const bearer = { authorization: `Bearer ${secret('key', key.secret.split('.').at(-1))}` }
  await again.post('/graphql', { query: '{ viewer { name } }' }, { authorization: `Bearer ${key.secret}` })
  await again.post('/graphql', { query: '{ viewer { name } }' }, bearer)
  const rotated = await again.change('apiKeyRotate', { id: key.apiKey.id }, 'secret')
  secret('rotated key', rotated.secret.split('.').at(-1))

  await again.change('memberInvite', { tenantId, email: 'second@example.com', role: 'ADMIN' }, '__typename')
  secret('invitation', (await mail.next('second@example.com')).link.split('/').at(-1))
  await client(url).post('/api/auth/request-password-reset', { email })
  const reset = secret('reset link', (await mail.next(email)).link.split('#').at(-1))
  await client(url).post('/api/auth/reset-password', { token: `${reset}x`, newPassword: password })

  const enabled = await (await again.post('/api/auth/two-factor/enable', { password })).json()
  const { totpURI, backupCodes } = enabled as { totpURI: string; backupCodes: string[] }
  secret('one-time code key', new URL(totpURI).searchParams.get('secret') ?? undefined)
  secret('recovery code', backupCodes[0])

  const domain = await again.change('domainProofCreate', { tenantId, domain: 'x.example.org' }, 'domainProof { id }')
  await again.change('domainProofVerify', { id: domain.domainProof.id }, '__typename')
  const row = await createEndpoint(db.database, { tenantId: tenant.id, host: 'nothing.invalid' })
  await again.change('scanRequest', { endpointIds: [encodeKey('Endpoint', row)] }, '__typename')
  // Faults are logged with all that is known of them.
  await again.ask('query ($id: ID!) { node(id: $id) { id } }', { id: 5 as unknown as string })
  await again.post('/graphql', `{"query": "${password}`)
  await (
    await fetch(`${url}/api/tenants/${tenantId}/export?key=${key.secret}`, { headers: { cookie: again.cookie } })
  ).text()
  await until(async () => api.lines.some((line) => line.includes('"scan done"')))
  await api.end('SIGTERM')

  const log = api.lines.join('\n')
  expect(log).toContain('"request"')
  secret('signature of the session', createHmac('sha256', signing).update(cookieIn(again)).digest('base64'))
  for (const [name, value] of secrets) {
    expect(log.includes(value), `${name} stands in the log`).toBe(false)
    expect(log.includes(encodeURIComponent(value)), `${name} stands in the log, encoded`).toBe(false)
  }
}, 120_000)
