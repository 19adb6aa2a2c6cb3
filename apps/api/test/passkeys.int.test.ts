import { createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Authenticator, type Oddity } from './authenticator.ts'
import { type Api, type Client, client, type Person, password, portalUrl, signIn, startApi, until } from './harness.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let api: Api
let mail: MailServer
let tenantId: string
let person: Person

beforeAll(async () => {
  mail = await startMailServer()
  api = await startApi({ smtpUrl: mail.url })
})

afterAll(async () => {
  await api?.close()
  await mail?.close()
})

beforeEach(async () => {
  await api.app.database.auth.rateLimit.deleteMany()
  tenantId = (await createTenant(api.db.database)).tenant.id
  person = await signIn(api, [{ tenantId, role: 'VIEWER' }])
})

const origin = new URL(portalUrl).origin
const who = async (door: Client) => (await door.ask('{ viewer { email } }')).data.viewer?.email ?? null
const told = (action: string) =>
  api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId, action } }),
  )

/** Keeps what both the library and we set, as a browser would. */
async function send(door: Client, path: string, body: object | null): Promise<Response> {
  const before = door.cookie
  const headers = { origin, cookie: before, ...(body ? { 'content-type': 'application/json' } : {}) }
  const response = await fetch(`${api.url}/api/auth${path}`, {
    headers,
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  })
  const jar = new Map(before.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair] as const))
  for (const one of response.headers.getSetCookie()) {
    const pair = one.split(';', 1)[0] ?? ''
    jar.set(pair.slice(0, pair.indexOf('=')), pair)
  }
  door.cookie = [...jar.values()].filter(Boolean).join('; ')
  return response
}
const codeOf = async (response: Response) =>
  ((await response.json().catch(() => null)) as { code?: string } | null)?.code

async function register(door: Client, authenticator: Authenticator, odd: Oddity = {}, given: object = {}) {
  const begun = await send(door, '/passkey/generate-register-options', given)
  if (!begun.ok) return begun
  const options = (await begun.json()) as { challenge: string }
  return send(door, '/passkey/verify-registration', { response: authenticator.register(options, odd), name: 'Key' })
}

async function enter(authenticator: Authenticator, odd: Oddity = {}) {
  const door = client(api.url)
  const options = (await (await send(door, '/passkey/generate-authenticate-options', null)).json()) as {
    challenge: string
  }
  const shown = authenticator.show(options, odd)
  const response = await send(door, '/passkey/verify-authentication', { response: shown })
  return { door, response, shown, options }
}

describe('a passkey', () => {
  it('opens the portal alone, and is told to the audit log and by letter', async () => {
    const authenticator = new Authenticator(origin)
    expect((await register(person, authenticator)).status).toBe(200)
    const { door, response } = await enter(authenticator)
    expect(response.status).toBe(200)
    expect(await who(door)).toBe(person.email)
    expect((await mail.next(person.email)).subject).toContain('passkey was added')
    expect(await told('passkeyAdd')).toEqual([
      expect.objectContaining({ actorId: person.userId, subjectKind: 'Passkey', address: '127.0.0.1' }),
    ])
    expect((await told('signIn')).map(({ after }) => after)).toEqual([{ by: 'password' }, { by: 'passkey' }])
    const list = (await (await send(person, '/passkey/list-user-passkeys', null)).json()) as { id: string }[]
    await send(person, '/passkey/delete-passkey', { id: list[0]?.id })
    expect((await enter(authenticator)).response.status).toBe(401)
    expect((await mail.next(person.email)).subject).toContain('removed')
    expect(await told('passkeyRemove')).toHaveLength(1)
  })

  it('is asked about its person each time: one that did not check is neither taken nor let in', async () => {
    const authenticator = new Authenticator(origin)
    expect((await register(person, authenticator, { verified: false })).status).toBe(401)
    expect((await register(person, authenticator)).status).toBe(200)
    const { response, door } = await enter(authenticator, { verified: false })
    expect([response.status, await codeOf(response), await who(door)]).toEqual([401, 'PASSKEY_REFUSED', null])
    expect(await until(async () => (await told('signInFail')).length > 0 || null)).toBe(true)
  })

  it.each<[string, Oddity]>([
    ['on another page', { origin: 'https://sundown.evil.example' }],
    ['for another site', { rpId: 'evil.example' }],
    ['for a challenge of somebody’s own', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ])('that was shown %s opens nothing', async (_, odd) => {
    const authenticator = new Authenticator(origin)
    await register(person, authenticator)
    const { response, door } = await enter(authenticator, odd)
    expect([response.status, await codeOf(response), await who(door)]).toEqual([401, 'PASSKEY_REFUSED', null])
  })

  it('opens once by what was shown once, and not in another browser', async () => {
    const authenticator = new Authenticator(origin)
    await register(person, authenticator)
    const { door, shown } = await enter(authenticator)
    expect((await send(door, '/passkey/verify-authentication', { response: shown })).status).toBe(401)
    const other = client(api.url)
    await send(other, '/passkey/generate-authenticate-options', null)
    expect((await send(other, '/passkey/verify-authentication', { response: shown })).status).toBe(401)
  })

  it('that nobody has is refused in the same words', async () => {
    const known = new Authenticator(origin)
    await register(person, known)
    const [one, two] = [await enter(new Authenticator(origin)), await enter(known, { verified: false })]
    expect([one.response.status, await one.response.text()]).toEqual([two.response.status, await two.response.text()])
  })

  it('of somebody else is neither seen, named nor removed', async () => {
    await register(person, new Authenticator(origin))
    const [passkey] = (await (await send(person, '/passkey/list-user-passkeys', null)).json()) as { id: string }[]
    const stranger = await signIn(api)
    expect(await (await send(stranger, '/passkey/list-user-passkeys', null)).json()).toEqual([])
    for (const [path, body] of [
      ['/passkey/delete-passkey', { id: passkey?.id }],
      ['/passkey/update-passkey', { id: passkey?.id, name: 'Mine' }],
    ] as const)
      expect((await send(stranger, path, body)).status).toBe(401)
    expect(await api.app.database.auth.passkey.count({ where: { userId: person.userId, name: 'Key' } })).toBe(1)
  })
})

describe('a new passkey', () => {
  const age = () =>
    api.app.database.auth.session.updateMany({
      where: { userId: person.userId },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    })

  it('asks for the password where the sign-in was a while ago', async () => {
    await age()
    const authenticator = new Authenticator(origin)
    const refused = await register(person, authenticator)
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'NOT_FRESH'])
    const wrong = await register(person, authenticator, {}, { password: 'a wrong password' })
    expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'INVALID_PASSWORD'])
    expect((await register(person, authenticator, {}, { password })).status).toBe(200)
  })

  it('cannot be begun past that: by another method, without a session, or with the challenge of a sign-in', async () => {
    await age()
    expect((await send(person, '/passkey/generate-register-options', null)).status).toBe(404)
    expect((await send(client(api.url), '/passkey/generate-register-options', {})).status).toBe(401)
    const options = (await (await send(person, '/passkey/generate-authenticate-options', null)).json()) as {
      challenge: string
    }
    const response = new Authenticator(origin).register(options)
    expect((await send(person, '/passkey/verify-registration', { response, name: 'Key' })).status).toBe(400)
    expect(await api.app.database.auth.passkey.count({ where: { userId: person.userId } })).toBe(0)
  })

  it('shuts the door after twenty wrong passwords, as signing in does', async () => {
    await age()
    const statuses: number[] = []
    for (let i = 0; i < 21; i += 1)
      statuses.push((await send(person, '/passkey/generate-register-options', { password: 'wrong' })).status)
    expect(new Set(statuses.slice(0, 20))).toEqual(new Set([400]))
    expect(statuses.at(-1)).toBe(429)
  }, 30_000)
})
