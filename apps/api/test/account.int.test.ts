import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../src/log.ts'
import { createPost } from '../src/mail/post.ts'
import { type Api, client, type Person, password, signIn, startApi } from './harness.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

let api: Api
let mail: MailServer

beforeAll(async () => {
  mail = await startMailServer()
  api = await startApi({ smtpUrl: mail.url })
})

afterAll(async () => {
  await api?.close()
  await mail?.close()
})

/** The counters of one address would stop a test that knocks often; a test of the counters leaves them. */
const forgetAttempts = () => api.app.database.auth.rateLimit.deleteMany()

const who = async (person: { ask: Person['ask'] }) =>
  (await person.ask('{ viewer { email } }')).data.viewer?.email ?? null

const newPassword = 'quite another password'

describe('a forgotten password', () => {
  it('is replaced by a link that works once, ends every session, and says so by letter', async () => {
    const person = await signIn(api)
    const { email } = person
    const asked = await api.nobody.post(
      '/api/auth/request-password-reset',
      { email },
      { 'accept-language': 'da-DK,da' },
    )
    expect(asked.status).toBe(200)
    const letter = await mail.next(email)
    expect(letter.text).toContain('Vælg den her inden for en time')
    const link = new URL(letter.link)
    expect(link.href).toMatch(/^http:\/\/localhost:3000\/reset-password#\w+$/)
    const token = link.hash.slice(1)

    const stranger = client(api.url)
    const short = await stranger.post('/api/auth/reset-password', { token, newPassword: 'short' })
    expect(await short.json()).toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    expect((await stranger.post('/api/auth/reset-password', { token, newPassword })).status).toBe(200)
    expect(await who(person)).toBeNull()
    expect((await mail.next(email)).text).toContain('was changed')

    const again = await stranger.post('/api/auth/reset-password', { token, newPassword: 'yet another password' })
    expect(await again.json()).toMatchObject({ code: 'INVALID_TOKEN' })
    expect((await stranger.post('/api/auth/sign-in/email', { email, password })).status).toBe(401)
    expect((await stranger.post('/api/auth/sign-in/email', { email, password: newPassword })).status).toBe(200)
  })

  it('is asked for with the same answer, never sooner than half a second, whether or not there is such an account', async () => {
    await forgetAttempts()
    const { email } = await signIn(api)
    const before = mail.letters.length
    const answers = await Promise.all(
      [email, 'nobody-at-all@example.com'].map(async (one) => {
        const started = performance.now()
        const response = await client(api.url).post('/api/auth/request-password-reset', { email: one })
        return { status: response.status, body: await response.json(), slow: performance.now() - started >= 490 }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ status: 200, slow: true })
    await mail.next(email)
    expect(mail.letters).toHaveLength(before + 1)
  })

  it('cannot be asked for without end', async () => {
    await forgetAttempts()
    const statuses: number[] = []
    for (let i = 0; i < 11; i += 1)
      statuses.push((await api.nobody.post('/api/auth/request-password-reset', { email: 'x@example.com' })).status)
    expect(statuses).toEqual([...Array(10).fill(200), 429])
  }, 20_000)
})

it('proves an address by the link of a letter', async () => {
  await forgetAttempts()
  const person = await signIn(api)
  const { email } = person
  const asked = await person.post('/api/auth/send-verification-email', { email, callbackURL: '/account?verified' })
  expect(asked.status).toBe(200)
  const { link } = await mail.next(email)
  const { pathname, search } = new URL(link)
  const visit = await fetch(`${api.url}${pathname}${search}`, { redirect: 'manual' })
  expect([visit.status, visit.headers.get('location')]).toEqual([302, '/account?verified'])
  expect(await api.app.database.auth.user.findUniqueOrThrow({ where: { email } })).toMatchObject({
    emailVerified: true,
  })
  const forged = await fetch(`${api.url}${pathname}?token=${'x'.repeat(40)}&callbackURL=/account`, {
    redirect: 'manual',
  })
  expect(forged.headers.get('location')).toBe('/account?error=INVALID_TOKEN')
  const elsewhere = await fetch(`${api.url}${pathname}${search.replace('%2Faccount', 'https%3A%2F%2Fevil.example')}`, {
    redirect: 'manual',
  })
  expect(elsewhere.status).toBe(403)
})

it('shuts the door for an address after twenty wrong passwords, from wherever, for an account that is none as well', async () => {
  const { email } = await signIn(api)
  const knock = async (address: string, given: string) => {
    // Neither the flood limit nor the count of this machine's address: this is about the account.
    await api.app.database.auth.rateLimit.deleteMany({ where: { key: { not: { startsWith: 'sign-in ' } } } })
    const response = await client(api.url).post('/api/auth/sign-in/email', { email: address, password: given })
    return [response.status, ((await response.json()) as { code?: string }).code]
  }
  for (const address of [email, 'no-such-person@example.com']) {
    for (let i = 0; i < 20; i += 1) expect((await knock(address, 'wrong password'))[0]).toBe(401)
    expect(await knock(address.toUpperCase(), password)).toEqual([429, 'LOCKED'])
  }
  await api.app.database.auth.rateLimit.updateMany({ data: { lastRequest: BigInt(Date.now() - 16 * 60_000) } })
  expect((await knock(email, password))[0]).toBe(200)
}, 60_000)

describe('sessions', () => {
  const enter = async (email: string) => {
    const person = client(api.url)
    await person.post('/api/auth/sign-in/email', { email, password }, { 'user-agent': 'Second browser' })
    return person
  }
  const sessionsOf = async ({ cookie }: { cookie: string }) => {
    const response = await fetch(`${api.url}/api/auth/list-sessions`, { headers: { cookie } })
    return response.ok ? ((await response.json()) as { token: string; userAgent: string; ipAddress: string }[]) : null
  }

  it('are listed with browser and address, and end one by one or all but this one', async () => {
    await forgetAttempts()
    const first = await signIn(api)
    const second = await enter(first.email)
    const third = await enter(first.email)
    const all = await sessionsOf(first)
    expect(all).toHaveLength(3)
    const other = all?.find((session) => session.userAgent === 'Second browser')
    expect(other).toMatchObject({ ipAddress: '127.0.0.1' })
    await first.post('/api/auth/revoke-session', { token: other?.token })
    expect([await who(second), await who(third)].filter((email) => email === null)).toHaveLength(1)
    await first.post('/api/auth/revoke-other-sessions', {})
    expect([await who(second), await who(third)]).toEqual([null, null])
    expect(await who(first)).toBe(first.email)
  })

  it('are prolonged by reading through GraphQL alone, cookie and all, and not by a server that cannot hand the cookie on', async () => {
    await forgetAttempts()
    const person = await signIn(api)
    const rows = api.app.database.auth.session
    const hour = 3_600_000
    const { id, expiresAt } = await rows.findFirstOrThrow({ where: { userId: person.userId } })
    const age = () =>
      rows.update({
        where: { id },
        data: { expiresAt: new Date(expiresAt.getTime() - hour), updatedAt: new Date(Date.now() - hour) },
      })
    const ask = (headers: Record<string, string>) => person.post('/graphql', { query: '{ viewer { email } }' }, headers)
    const until = async () => (await rows.findUniqueOrThrow({ where: { id } })).expiresAt.getTime()

    await age()
    expect((await ask({ 'x-sundown-without-cookies': '1' })).headers.getSetCookie()).toEqual([])
    expect(await until()).toBe(expiresAt.getTime() - hour)
    const [cookie] = (await ask({})).headers.getSetCookie()
    expect(cookie).toMatch(/^sundown\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await until()).toBeGreaterThanOrEqual(expiresAt.getTime())
    expect((await ask({})).headers.getSetCookie()).toEqual([])
    expect(await who(person)).toBe(person.email)

    await age()
    const stream = await fetch(`${api.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie: person.cookie },
      body: JSON.stringify({ query: 'subscription { scanProgress(scanId: "x") { __typename } }' }),
    })
    await stream.body?.cancel()
    expect(stream.headers.getSetCookie().join()).toContain('sundown.session_token=')
  })

  it('of somebody else are neither seen nor ended', async () => {
    await forgetAttempts()
    const mine = await signIn(api)
    const theirs = await signIn(api)
    const [session] = (await sessionsOf(theirs)) ?? []
    await mine.post('/api/auth/revoke-session', { token: session?.token })
    expect(await who(theirs)).toBe(theirs.email)
    expect(await sessionsOf(mine)).toHaveLength(1)
    expect(await sessionsOf({ cookie: '' })).toBeNull()
  })
})

describe('the own account', () => {
  it('takes another name and language, and neither another address, a picture nor more rights', async () => {
    const person = await signIn(api)
    const change = (body: object) => person.post('/api/auth/update-user', body)
    expect(
      (await change({ name: `  ${'Ø'.repeat(200)} `, locale: 'da', image: 'https://evil.example/x.png' })).status,
    ).toBe(200)
    expect((await change({ locale: 'klingon' })).ok).toBe(false)
    await change({ name: 'N', operator: true, emailVerified: true, twoFactorEnabled: true })
    await change({ email: 'other@example.com' })
    expect(await api.app.database.auth.user.findUniqueOrThrow({ where: { id: person.userId } })).toMatchObject({
      name: expect.stringMatching(/^(Ø{100}|N)$/),
      locale: 'da',
      image: null,
      email: person.email,
      operator: false,
      emailVerified: false,
      twoFactorEnabled: false,
    })
  })

  it('takes another password only with the present one, ends the other sessions, and tells by letter', async () => {
    await forgetAttempts()
    const person = await signIn(api)
    const other = client(api.url)
    await other.post('/api/auth/sign-in/email', { email: person.email, password })
    const change = (currentPassword: string) =>
      person.post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
    expect((await change('a wrong password')).status).toBe(400)
    expect((await change(password)).status).toBe(200)
    expect([await who(person), await who(other)]).toEqual([person.email, null])
    expect((await mail.next(person.email)).subject).toMatch(/changed/)
    expect(mail.letters.filter((letter) => letter.to === person.email)).toHaveLength(1)
  })
})

describe('a second factor', () => {
  const enable = async () => {
    await forgetAttempts()
    const person = await signIn(api)
    const refused = await person.post('/api/auth/two-factor/enable', { password: 'a wrong password' })
    expect(refused.status).toBe(400)
    const answer = await (await person.post('/api/auth/two-factor/enable', { password })).json()
    const { totpURI, backupCodes } = answer as { totpURI: string; backupCodes: string[] }
    const secret = new URL(totpURI).searchParams.get('secret') ?? ''
    expect((await person.post('/api/auth/two-factor/verify-totp', { code: codeOf(secret) })).status).toBe(200)
    await forgetAttempts()
    return { person, secret, backupCodes }
  }
  const knock = async (email: string) => {
    const door = client(api.url)
    const answer = await door.post('/api/auth/sign-in/email', { email, password })
    expect(await answer.json()).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ['totp'] })
    expect(await who(door)).toBeNull()
    return door
  }

  it('is asked for at sign-in once a right code was shown, and opens nothing before', async () => {
    const { person, secret } = await enable()
    expect(await who(person)).toBe(person.email)
    const door = await knock(person.email)
    expect((await door.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect(await who(door)).toBeNull()
    expect((await door.post('/api/auth/two-factor/verify-totp', { code: codeOf(secret) })).status).toBe(200)
    expect(await who(door)).toBe(person.email)
  })

  it('can be replaced by a recovery code, each once', async () => {
    const { person, backupCodes } = await enable()
    const [code] = backupCodes
    const door = await knock(person.email)
    expect((await door.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(200)
    expect(await who(door)).toBe(person.email)
    const next = await knock(person.email)
    expect((await next.post('/api/auth/two-factor/verify-backup-code', { code })).status).toBe(401)
  })

  it('locks after ten wrong codes, however many doors they are tried at', async () => {
    const { person, secret } = await enable()
    for (let tries = 0; tries < 10; tries += 5) {
      const door = await knock(person.email)
      for (let i = 0; i < 5; i += 1) {
        await forgetAttempts()
        expect((await door.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401)
      }
    }
    const door = await knock(person.email)
    const answer = await door.post('/api/auth/two-factor/verify-totp', { code: codeOf(secret) })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      429,
      'ACCOUNT_TEMPORARILY_LOCKED',
    ])
  }, 20_000)

  it('cannot be tried without end: one half sign-in has five tries', async () => {
    const { person } = await enable()
    const door = await knock(person.email)
    const statuses: number[] = []
    for (let i = 0; i < 6; i += 1)
      statuses.push((await door.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 400])
  })

  it('goes away with the password alone', async () => {
    const { person } = await enable()
    expect((await person.post('/api/auth/two-factor/disable', { password: 'a wrong password' })).status).toBe(400)
    expect((await person.post('/api/auth/two-factor/disable', { password })).status).toBe(200)
    const door = client(api.url)
    await door.post('/api/auth/sign-in/email', { email: person.email, password })
    expect(await who(door)).toBe(person.email)
  })
})

describe('letters', () => {
  const log = createLog('test', 'silent')
  const letter = { to: 'busy@example.com', subject: 'S', text: 'T' }

  it('are tried again where the server is busy', async () => {
    mail.busy = 2
    const post = createPost({ url: mail.url, from: 'a@example.com', log, pauses: [1, 1, 1] })
    post.send(letter)
    expect((await mail.next(letter.to)).subject).toBe('S')
    await post.close()
  })

  it('are given up when the process ends, and hold it up no longer', async () => {
    mail.busy = 100
    const post = createPost({ url: mail.url, from: 'a@example.com', log, pauses: [3_600_000] })
    post.send(letter)
    await post.close()
    mail.busy = 0
    expect(mail.letters.filter((one) => one.to === letter.to)).toHaveLength(1)
  })

  it('go to the log with their link where there is no mail server', async () => {
    const lines: unknown[] = []
    const post = createPost({
      url: undefined,
      from: 'a@example.com',
      log: { ...log, warn: (line: unknown) => lines.push(line) } as never,
    })
    post.send({ ...letter, text: 'https://portal.example/link' })
    expect(post.delivers).toBe(false)
    expect(JSON.stringify(lines)).toContain('https://portal.example/link')
  })
})

/** One-time code of this moment (RFC 6238): six digits, 30 seconds, SHA-1. */
function codeOf(base32: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
