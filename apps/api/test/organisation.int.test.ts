import { createTenant } from '@sundown/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, type Landing, openBrowser } from './browser.ts'
import { type Api, client, type Person, password, portalUrl, signIn, startApi, tenantGid, until } from './harness.ts'
import { type OpenIdServer, startOpenId } from './open-id-server.ts'
import { keyPair, metadataOf, type SamlServer, startSaml } from './saml-server.ts'

let api: Api
let openId: OpenIdServer
let saml: SamlServer
let tenantId: string
let slug: string
let owner: Person
let domain: string

beforeAll(async () => {
  api = await startApi({ allow: ['127.0.0.0/8'] })
  openId = await startOpenId()
  saml = await startSaml()
})

afterAll(async () => {
  await api?.close()
  await openId?.close()
  await saml?.close()
})

beforeEach(async () => {
  await api.app.database.auth.rateLimit.deleteMany()
  const { tenant } = await createTenant(api.db.database)
  tenantId = tenant.id
  slug = tenant.slug
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  domain = `d${crypto.randomUUID().slice(0, 8)}.example`
})

afterEach(() => {
  openId.account = null
  openId.meddle = null
  saml.account = null
  saml.odd = {}
})

interface Made {
  readonly id: string
  readonly ref: string
  readonly callbackUrl: string
  readonly entityId: string
  readonly acsUrl: string
}
const fields = 'identityProvider { id ref callbackUrl entityId acsUrl enabled }'
const inTenant = <T>(work: Parameters<typeof api.db.database.asTenants<T>>[1], id = tenantId) =>
  api.db.database.asTenants({ tenants: [id], user: null }, work)

async function prove(name = domain, at = new Date()): Promise<void> {
  await inTenant((tx) =>
    tx.domainProof.create({ data: { tenantId, domain: name, method: 'DNS', token: 't', verifiedAt: at } }),
  )
}

async function save(input: Record<string, unknown>, by: Person = owner) {
  return by.change('identityProviderSave', { tenantId: tenantGid(tenantId), name: 'Contoso', ...input }, fields)
}

/** A provider that is switched on, with the tenant's proven domain. */
async function provider(input: Record<string, unknown>): Promise<Made> {
  const { identityProvider: made } = await save({ enabled: true, joins: true, ...input })
  await prove()
  const added = await owner.change('signInDomainAdd', { providerId: made.id, domain }, 'signInDomain { id standing }')
  expect(added).toMatchObject({ signInDomain: { standing: 'PROVEN' } })
  return made
}

const ofOpenId = () => {
  const { issuer, clientId, clientSecret } = openId
  return { openId: { issuer, clientId, clientSecret } }
}
async function openIdProvider(input: Record<string, unknown> = {}): Promise<Made> {
  const made = await provider({ ...ofOpenId(), ...input })
  openId.register(made.callbackUrl)
  return made
}
const samlProvider = (input: Record<string, unknown> = {}) => provider({ saml: { metadata: saml.metadata }, ...input })

/** Begins at the sign-in page and follows wherever it leads. */
async function visit(made: Made, browser: Browser = openBrowser(api.url), body: object = {}): Promise<Landing> {
  return browser.go(await begin(made, browser, body))
}
async function begin(made: Made, browser: Browser, body: object = {}): Promise<string> {
  const response = await client(api.url, browser.cookies()).post('/api/auth/organisation/begin', {
    ref: made.ref,
    ...body,
  })
  browser.keep(response)
  const { url, code } = (await response.json()) as { url?: string; code?: string }
  return url ?? `about:${code}`
}
/** Where a SAML visit in a browser of somebody else goes on after the provider's form. */
async function halfWay(made: Made): Promise<string> {
  const browser = openBrowser(api.url)
  let form: Record<string, string> = {}
  const catching = openBrowser(api.url, (fields) => {
    form = fields
    return { ...fields, RelayState: 'held back' }
  })
  await catching.go(await begin(made, browser))
  const response = await fetch(`${api.url}${new URL(made.acsUrl).pathname}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  })
  return response.headers.get('location') ?? ''
}
const who = async (browser: Browser) =>
  (await client(api.url, browser.cookies()).ask('{ viewer { email name } }')).data.viewer as {
    email: string
    name: string
  } | null
const outcome = ({ url }: Landing) => url.searchParams.get('organisation')
const person = (sub: string, email: string, more: object = {}) => ({
  sub,
  email,
  email_verified: true,
  name: 'Ægir Ø',
  ...more,
})
const rolesOf = (email: string) =>
  inTenant(async (tx) => (await tx.member.findMany({ where: { tenantId, user: { email } } })).map((row) => row.role))
const told = (action: string) => inTenant((tx) => tx.auditEntry.findMany({ where: { tenantId, action } }))

describe('an OpenID provider', () => {
  it('lets a person of its domain in, who becomes a member with the chosen role, and knows the person again by number', async () => {
    const made = await openIdProvider({ defaultRole: 'OPERATOR' })
    openId.account = person('42', `Aegir@${domain}`)
    const browser = openBrowser(api.url)
    const landing = await visit(made, browser, { next: '/t/somewhere?tab=1' })
    expect(landing.url.href).toBe(`${portalUrl}/t/somewhere?tab=1`)
    expect(await who(browser)).toEqual({ email: `aegir@${domain}`, name: 'Ægir Ø' })
    expect(await rolesOf(`aegir@${domain}`)).toEqual(['OPERATOR'])

    openId.account = person('42', `renamed@${domain}`)
    const again = openBrowser(api.url)
    await visit(made, again)
    expect((await who(again))?.email).toBe(`aegir@${domain}`)
    const ways = (await told('signIn')).filter(({ actorName }) => actorName?.includes('aegir'))
    expect(ways.map(({ after }) => after)).toEqual(Array(2).fill({ by: 'organisation', provider: 'Contoso' }))
    expect(await told('memberJoin')).toHaveLength(1)
  })

  it.each(['//evil.example', '/\\\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'leads to no other site afterwards, whatever was asked for: %j',
    async (next) => {
      const made = await openIdProvider()
      openId.account = person('1', `a@${domain}`)
      expect((await visit(made, openBrowser(api.url), { next })).url.href).toBe(`${portalUrl}/`)
    },
  )

  it('opens a session that ends within a day, however it is used, and at once with the provider', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    await visit(made, browser)
    const rows = api.app.database.auth.session
    const session = await rows.findFirstOrThrow({ where: { user: { email: `a@${domain}` } } })
    const week = new Date(Date.now() + 7 * 86_400_000)
    const prolonged = await rows.update({ where: { id: session.id }, data: { expiresAt: week } })
    expect(prolonged.expiresAt.getTime() - session.createdAt.getTime()).toBeLessThanOrEqual(86_400_000)
    // Nobody talks the session out of where it came from.
    const asked = await client(api.url, browser.cookies()).post('/api/auth/update-session', { providerId: null })
    expect(asked.ok).toBe(false)
    expect(await rows.findUnique({ where: { id: session.id } })).toMatchObject({ providerId: session.providerId })
    expect(session.providerId).not.toBeNull()
    await save({ id: made.id, enabled: false })
    expect(await who(browser)).toBeNull()
    expect(await begin(made, browser)).toBe('about:ORGANISATION_OFF')
  })

  it('lets nobody in whose address is not verified, unless owners say that it gives the addresses out itself', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`, { email_verified: undefined })
    expect(outcome(await visit(made))).toBe('UNVERIFIED')
    openId.account = person('1', `a@${domain}`, { email_verified: false })
    expect(outcome(await visit(made))).toBe('UNVERIFIED')
    await save({ id: made.id, ownsAddresses: true })
    expect(outcome(await visit(made))).toBe('UNVERIFIED')
    openId.account = person('1', `a@${domain}`, { email_verified: undefined })
    expect(outcome(await visit(made))).toBeNull()
    openId.account = person('2', '')
    expect(outcome(await visit(made))).toBe('NO_ADDRESS')
    expect(await told('signInFail')).toHaveLength(4)
  })

  it('speaks for its own proven domains alone, as long as they are proven', async () => {
    const made = await openIdProvider()
    openId.account = person('1', 'ceo@somebody-else.example')
    expect(outcome(await visit(made))).toBe('FOREIGN_DOMAIN')
    openId.account = person('1', `a@sub.${domain}`)
    expect(outcome(await visit(made))).toBe('FOREIGN_DOMAIN')
    openId.account = person('1', `a@${domain}`)
    expect(outcome(await visit(made))).toBeNull()
    await inTenant((tx) => tx.domainProof.updateMany({ where: { tenantId }, data: { lapsedAt: new Date() } }))
    expect(outcome(await visit(made))).toBe('FOREIGN_DOMAIN')
  })

  it('lets only the invited in where nobody may join by themselves', async () => {
    const made = await openIdProvider({ joins: false })
    openId.account = person('1', `a@${domain}`)
    expect(outcome(await visit(made))).toBe('NOT_INVITED')
    expect(await api.app.database.auth.user.count({ where: { email: `a@${domain}` } })).toBe(0)
    await addUser(`a@${domain}`, { verified: true })
    expect(outcome(await visit(made))).toBe('NOT_INVITED')
    await join(`a@${domain}`)
    expect(outcome(await visit(made))).toBeNull()
  })

  it('brings nobody in with a state of another browser, a state that was used, or none', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const [mine, theirs] = [openBrowser(api.url), openBrowser(api.url)]
    const begun = await begin(made, mine)
    await begin(made, theirs)
    expect(outcome(await theirs.go(begun))).toBe('START_AGAIN')
    expect(await who(theirs)).toBeNull()

    const landing = await visit(made, mine)
    const callback = landing.way.find((address) => address.includes('/callback?')) ?? ''
    expect(callback).toContain('state=')
    expect(outcome(await mine.go(callback))).toBe('START_AGAIN')
    expect(outcome(await mine.go(callback.replace(/state=[^&]+/, 'state=x')))).toBe('START_AGAIN')
    expect(outcome(await mine.go(callback.replace(/[?&]state=[^&]+/, '')))).toBe('START_AGAIN')
  })

  it('is not taken for another: a visit that began at one ends at no other', async () => {
    const made = await openIdProvider()
    const { identityProvider: other } = await save({ ...ofOpenId(), name: 'Another', enabled: true })
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    const url = new URL(await begin(made, browser))
    openId.register(made.callbackUrl, other.callbackUrl)
    url.searchParams.set('redirect_uri', other.callbackUrl)
    expect(outcome(await browser.go(url.href))).toBe('START_AGAIN')
  })

  it('is believed only with the nonce of this visit, its own signature, and our name as audience', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    const url = new URL(await begin(made, browser))
    url.searchParams.set('nonce', 'a nonce of somebody else')
    expect(outcome(await browser.go(url.href))).toBe('PROVIDER_WRONG')

    // Between us and the provider sits somebody who writes ID tokens of their own.
    const forge = (change: (claims: Record<string, unknown>) => void) => {
      openId.meddle = (request, response) => {
        if (request.method !== 'POST' || !request.url?.includes('/token') || request.headers['x-inner']) return false
        const parts: Buffer[] = []
        request.on('data', (part) => parts.push(part))
        request.on('end', async () => {
          const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-inner': '1' }
          const inner = await fetch(`${openId.issuer}${request.url}`, {
            method: 'POST',
            headers,
            body: Buffer.concat(parts),
          })
          const answer = (await inner.json()) as { id_token: string }
          const [head, body = '', signature] = answer.id_token.split('.')
          const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
          change(claims)
          const forged = [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
          response.setHeader('content-type', 'application/json').end(JSON.stringify({ ...answer, id_token: forged }))
        })
        return true
      }
    }
    for (const change of [
      (claims: Record<string, unknown>) => Object.assign(claims, { email: `owner@${domain}` }),
      (claims: Record<string, unknown>) => Object.assign(claims, { aud: 'another client' }),
      (claims: Record<string, unknown>) => Object.assign(claims, { iss: 'https://elsewhere.example' }),
      (claims: Record<string, unknown>) => Object.assign(claims, { exp: 1 }),
    ]) {
      forge(change)
      expect(outcome(await visit(made))).toBe('PROVIDER_WRONG')
    }
    forge(() => {})
    expect(outcome(await visit(made))).toBeNull()
  })

  it('says so where the provider lets nobody in, or is gone', async () => {
    const made = await openIdProvider()
    expect(outcome(await visit(made))).toBe('PROVIDER_REFUSED')
    openId.meddle = (_, response) => {
      response.writeHead(503).end()
      return true
    }
    expect(await begin(made, openBrowser(api.url))).toBe('about:PROVIDER_UNREACHABLE')
  })
})

describe('Microsoft Entra ID', () => {
  const directory = '11111111-2222-4333-8444-555555555555'
  let entra: OpenIdServer
  beforeAll(async () => {
    entra = await startOpenId(`/${directory}/v2.0`)
  })
  afterAll(() => entra?.close())

  it('is one directory: a token of another is refused, and so is an address that the directory does not own', async () => {
    const { identityProvider: made } = await save({
      entra: { cloud: 'WORLDWIDE', directory, clientId: entra.clientId, clientSecret: entra.clientSecret },
      enabled: true,
      joins: true,
    })
    await prove()
    await owner.change('signInDomainAdd', { providerId: made.id, domain }, 'signInDomain { id }')
    // Where a real directory would be, a directory on loopback.
    const stored = await inTenant((tx) => tx.identityProvider.findFirstOrThrow({ where: { tenantId } }))
    expect(stored.issuer).toBe(`https://login.microsoftonline.com/${directory}/v2.0`)
    await inTenant((tx) => tx.identityProvider.updateMany({ where: { tenantId }, data: { issuer: entra.issuer } }))
    entra.register(made.callbackUrl)
    const claims = { sub: 'pairwise', oid: 'object 7', tid: directory, name: 'Ø', preferred_username: `O@${domain}` }

    entra.account = { ...claims, tid: '99999999-2222-4333-8444-555555555555' }
    expect(outcome(await visit(made))).toBe('PROVIDER_WRONG')
    entra.account = {
      ...claims,
      preferred_username: 'x@elsewhere.example',
      email: `ceo@${domain}`,
      email_verified: true,
    }
    expect(outcome(await visit(made))).toBe('FOREIGN_DOMAIN')
    entra.account = claims
    const browser = openBrowser(api.url)
    expect(outcome(await visit(made, browser))).toBeNull()
    expect((await who(browser))?.email).toBe(`o@${domain}`)
    const account = await api.app.database.auth.account.findFirstOrThrow({ where: { user: { email: `o@${domain}` } } })
    expect(account.accountId).toBe('object 7')
  })

  it.each(['common', 'organizations', 'contoso.onmicrosoft.com', `${directory}x`])('is not %s', async (wrong) => {
    const answer = await save({ entra: { cloud: 'CHINA', directory: wrong, clientId: 'c', clientSecret: 's' } })
    expect(answer.errors).toEqual([expect.objectContaining({ code: 'INVALID', path: ['entra', 'directory'] })])
  })
})

describe('a SAML provider', () => {
  it('lets a person of its domain in by an assertion that it signed for us', async () => {
    const made = await samlProvider()
    saml.account = { id: 'persistent-7', email: `s@${domain}` }
    const browser = openBrowser(api.url)
    const landing = await visit(made, browser, { next: '/account' })
    expect(landing.url.href).toBe(`${portalUrl}/account`)
    expect(await who(browser)).toEqual({ email: `s@${domain}`, name: 'Søren Ærlig' })
  })

  it.each<[string, () => Record<string, unknown> | Promise<Record<string, unknown>>]>([
    ['unsigned', () => ({ signAssertion: false })],
    ['unsigned in a signed envelope', () => ({ signAssertion: false, signResponse: true })],
    ['signed with SHA-1', () => ({ signatureAlgorithm: 'rsa-sha1', digestAlgorithm: 'sha1' })],
    ['for another audience', () => ({ audience: 'https://elsewhere.example/metadata' })],
    ['for another recipient', () => ({ recipient: 'https://elsewhere.example/acs' })],
    ['for another request', () => ({ inResponseTo: '_somebody-elses' })],
    ['of another issuer', () => ({ issuer: 'https://elsewhere.example/saml' })],
    ['that is over', () => ({ lifetimeInSeconds: -600 })],
    ['signed by a stranger', keyPair],
  ])('is not believed with an assertion %s', async (_, odd) => {
    const made = await samlProvider()
    saml.account = { id: '7', email: `s@${domain}` }
    saml.odd = await odd()
    const browser = openBrowser(api.url)
    expect(outcome(await visit(made, browser))).toBe('PROVIDER_WRONG')
    expect(await who(browser)).toBeNull()
  })

  it('is not believed with an assertion that somebody changed on the way, nor with one more slipped in', async () => {
    const made = await samlProvider()
    saml.account = { id: '7', email: `s@${domain}` }
    const through = async (change: (xml: string) => string) => {
      const browser = openBrowser(api.url, ({ SAMLResponse = '', ...rest }) => {
        const xml = change(Buffer.from(SAMLResponse, 'base64').toString())
        return { ...rest, SAMLResponse: Buffer.from(xml).toString('base64') }
      })
      return outcome(await visit(made, browser))
    }
    expect(await through((xml) => xml)).toBeNull()
    expect(await through((xml) => xml.replaceAll(`s@${domain}`, `owner@${domain}`))).toBe('PROVIDER_WRONG')
    const forged = (xml: string) => {
      const [assertion = ''] = /<saml:Assertion[\s\S]+<\/saml:Assertion>/.exec(xml) ?? []
      const evil = assertion
        .replace(/<Signature[\s\S]+<\/Signature>/, '')
        .replaceAll(`s@${domain}`, `owner@${domain}`)
        .replace(/ID="[^"]+"/, 'ID="_evil"')
      expect(evil).toContain(`owner@${domain}`)
      return { assertion, evil }
    }
    expect(await through((xml) => xml.replace('<saml:Assertion', `${forged(xml).evil}<saml:Assertion`))).toBe(
      'PROVIDER_WRONG',
    )
    expect(
      await through((xml) => {
        const { assertion, evil } = forged(xml)
        return xml.replace(assertion, evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`))
      }),
    ).toBe('PROVIDER_WRONG')
    expect(await through((xml) => xml.replace(`s@${domain}`, `s@${domain}<!-- -->`))).toBe('PROVIDER_WRONG')
    expect(await through((xml) => `<!DOCTYPE x [<!ENTITY e "x">]>${xml}`)).toBe('PROVIDER_WRONG')
    expect(await through(() => 'no xml at all')).toBe('PROVIDER_WRONG')
  })

  it('is believed once, in the browser that began, and for the provider that was asked', async () => {
    const made = await samlProvider()
    saml.account = { id: '7', email: `s@${domain}` }
    let sent: Record<string, string> = {}
    const browser = openBrowser(api.url, (form) => {
      sent = form
      return form
    })
    const landing = await visit(made, browser)
    expect(outcome(landing)).toBeNull()
    const replayed = openBrowser(api.url)
    expect(outcome(await replayed.go(made.acsUrl, sent))).toBe('START_AGAIN')
    const ticket = landing.way.find((address) => address.includes('/finish?')) ?? ''
    expect(outcome(await browser.go(ticket))).toBe('START_AGAIN')
    // An old assertion with the state of a new visit names the old request.
    const fresh = openBrowser(api.url, (form) => ({ ...form, SAMLResponse: sent.SAMLResponse ?? '' }))
    expect(outcome(await visit(made, fresh))).toBe('PROVIDER_WRONG')
    // Somebody else's answer in my browser would sign me in as them.
    const mine = openBrowser(api.url)
    const half = await halfWay(made)
    expect(half).toContain('/finish?ticket=')
    expect(outcome(await mine.go(half))).toBe('START_AGAIN')
    expect(await who(mine)).toBeNull()

    const { identityProvider: other } = await save({ name: 'Twin', saml: { metadata: saml.metadata }, enabled: true })
    const confused = openBrowser(api.url)
    saml.odd = {
      getPostURL: (_: unknown, __: unknown, ___: unknown, done: (e: null, u: string) => void) =>
        done(null, other.acsUrl),
    }
    expect(outcome(await visit(made, confused))).toBe('START_AGAIN')
  })

  it('gets our metadata, which names no other provider’s address', async () => {
    const made = await samlProvider()
    const response = await fetch(`${api.url}${new URL(made.entityId).pathname}`)
    expect(response.headers.get('content-type')).toBe('application/samlmetadata+xml')
    const text = await response.text()
    expect(text).toContain(`entityID="${made.entityId}"`)
    expect(text).toContain(`Location="${made.acsUrl}"`)
    expect(text).toContain('WantAssertionsSigned="true"')
  })

  it.each([
    ['<html></html>', 'no identity provider'],
    ['nonsense', 'no XML'],
    ['<!DOCTYPE x><a/>', 'no XML'],
    [metadataOf('https://x.example', 'AAAA'), 'no certificate'],
  ])('is not added by %s', async (metadata, words) => {
    const answer = await save({ saml: { metadata } })
    expect(answer.errors).toEqual([
      expect.objectContaining({ code: 'INVALID', path: ['saml', 'metadata'], message: expect.stringContaining(words) }),
    ])
  })
})

describe('an account that is there already', () => {
  it('of the organisation alone is connected by its proven address', async () => {
    const made = await openIdProvider()
    const user = await addUser(`a@${domain}`, { verified: true })
    await join(`a@${domain}`)
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    expect(outcome(await visit(made, browser))).toBeNull()
    expect(await api.app.database.auth.account.count({ where: { userId: user.id } })).toBe(1)
    expect(await told('organisationConnect')).toHaveLength(1)
  })

  it('that nobody proved to be of that address, or that reaches further behind a second factor, is not taken over', async () => {
    const made = await openIdProvider()
    await addUser(`unproven@${domain}`, { verified: false })
    openId.account = person('1', `unproven@${domain}`)
    expect(outcome(await visit(made))).toBe('CONNECT_FIRST')

    const { tenant: other } = await createTenant(api.db.database)
    const strong = await addUser(`strong@${domain}`, { verified: true })
    await join(`strong@${domain}`)
    await join(`strong@${domain}`, other.id)
    await api.app.database.auth.user.update({ where: { id: strong.id }, data: { twoFactorEnabled: true } })
    openId.account = person('2', `strong@${domain}`)
    expect(outcome(await visit(made))).toBe('CONNECT_FIRST')

    const operator = await addUser(`operator@${domain}`, { verified: true })
    await api.app.database.auth.user.update({ where: { id: operator.id }, data: { operator: true } })
    openId.account = person('3', `operator@${domain}`)
    expect(outcome(await visit(made))).toBe('CONNECT_FIRST')
    expect(
      await api.app.database.auth.account.count({
        where: { providerId: { startsWith: 'organisation' }, user: { email: { endsWith: `@${domain}` } } },
      }),
    ).toBe(0)
  })

  it('is connected by its person, signed in as before, and not with somebody else’s', async () => {
    const made = await openIdProvider()
    const me = await signInAs(`me@${domain}`)
    openId.account = person('1', `me@${domain}`)
    const landing = await visit(made, me, { connect: true, next: '/account' })
    expect(landing.url.href).toBe(`${portalUrl}/account?organisation=CONNECTED`)
    const later = openBrowser(api.url)
    await visit(made, later)
    expect((await who(later))?.email).toBe(`me@${domain}`)

    const you = await signInAs(`you@${domain}`)
    expect(outcome(await visit(made, you, { connect: true }))).toBe('TAKEN')
    const outside = await signInAs('outside@somebody-else.example')
    openId.account = person('9', `x@${domain}`)
    expect(outcome(await visit(made, outside, { connect: true }))).toBe('FOREIGN_DOMAIN')
    expect(await begin(made, openBrowser(api.url), { connect: true })).toBe('about:SIGNED_OUT')
  })
})

describe('a domain whose people come in through the provider alone', () => {
  const knock = async (email: string, given = password) => {
    const door = client(api.url)
    const response = await door.post('/api/auth/sign-in/email', { email, password: given })
    return [
      response.status,
      ((await response.json()) as { code?: string }).code,
      (await door.ask('{ viewer { email } }')).data.viewer,
    ]
  }
  const enforce = async (made: Made) => {
    const answer = await owner.ask(`{ tenant(slug: "${slug}") { identityProviders { domains { id } } } }`)
    const { id } = answer.data.tenant.identityProviders.flatMap((one: { domains: object[] }) => one.domains)[0]
    return {
      made,
      answer: await owner.change('signInDomainUpdate', { id, enforced: true }, 'signInDomain { enforced }'),
    }
  }

  it('signs out who came otherwise and refuses their password, save the owners’, and tells nobody without it', async () => {
    const made = await openIdProvider()
    const member = await signInAs(`member@${domain}`)
    await api.app.database.auth.user.update({ where: { email: `member@${domain}` }, data: { emailVerified: true } })
    const boss = await signInAs(`boss@${domain}`)
    await inTenant((tx) =>
      tx.member.updateMany({ where: { user: { email: `boss@${domain}` } }, data: { role: 'OWNER' } }),
    )
    expect((await enforce(made)).answer).toMatchObject({ signInDomain: { enforced: true } })
    expect(await who(member)).toBeNull()
    expect((await who(boss))?.email).toBe(`boss@${domain}`)

    expect(await knock(`member@${domain}`)).toEqual([403, 'THROUGH_ORGANISATION', null])
    expect(await knock(`member@${domain}`, 'wrong password')).toEqual(await knock(`nobody@${domain}`, 'wrong password'))
    expect((await knock(`boss@${domain}`))[0]).toBe(200)
    openId.account = person('1', `member@${domain}`)
    expect(outcome(await visit(made))).toBeNull()
    expect(await until(async () => (await told('signInFail')).length >= 2 || null)).toBe(true)
  })

  it('holds for whoever joins by an invitation as well', async () => {
    const made = await openIdProvider()
    await enforce(made)
    const { tenant: other } = await createTenant(api.db.database)
    const host = await signIn(api, [{ tenantId: other.id, role: 'OWNER' }])
    const input = { tenantId: tenantGid(other.id), email: `guest@${domain}`, role: 'VIEWER' }
    const { link } = await host.change('memberInvite', input, 'link')
    const token = new URL(link).pathname.split('/').at(-1)
    const guest = client(api.url)
    await guest.change('invitationAccept', { token, name: 'Guest', password }, '__typename')
    // Passed on by hand, the link proves no address, so the account is the guest's own until they connect it.
    expect((await guest.ask('{ viewer { email } }')).data.viewer).toEqual({ email: `guest@${domain}` })
    await api.app.database.auth.user.update({ where: { email: `guest@${domain}` }, data: { emailVerified: true } })
    expect(await knock(`guest@${domain}`)).toEqual([403, 'THROUGH_ORGANISATION', null])
  })

  it('is not switched on while the provider is off', async () => {
    const made = await openIdProvider()
    await save({ id: made.id, enabled: false })
    expect((await enforce(made)).answer.errors).toEqual([expect.objectContaining({ code: 'CONFLICT' })])
  })
})

describe('the look for an organisation', () => {
  const discover = async (email: string) =>
    (await client(api.url).post('/api/auth/organisation/discover', { email })).json() as Promise<{
      organisation: unknown
    }>

  it('goes by domain alone, and says the same of a person and of nobody', async () => {
    const made = await openIdProvider()
    await addUser(`known@${domain}`, { verified: true })
    const known = await discover(`known@${domain}`)
    expect(known).toEqual({ organisation: { ref: made.ref, name: 'Contoso', enforced: false } })
    expect(await discover(`never-heard-of@${domain.toUpperCase()}`)).toEqual(known)
    for (const email of ['x@elsewhere.example', 'no address', '', `a@sub.${domain}`])
      expect(await discover(email)).toEqual({ organisation: null })
    await save({ id: made.id, enabled: false })
    expect(await discover(`known@${domain}`)).toEqual({ organisation: null })
  })

  it('cannot be made without end', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 31; i += 1)
      statuses.push((await client(api.url).post('/api/auth/organisation/discover', { email: `a@${i}.example` })).status)
    expect(statuses.slice(0, 30).every((status) => status === 200)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the settings', () => {
  it('keep the secret sealed, tell it to nobody, and ask for a new one where the issuer changes', async () => {
    const made = await openIdProvider()
    const row = await inTenant((tx) =>
      tx.identityProvider.findFirstOrThrow({ where: { tenantId }, omit: { secret: false } }),
    )
    expect(row.secret).toMatch(/^v1\./)
    expect(JSON.stringify(await told('identityProviderSave'))).not.toContain(openId.clientSecret)
    const elsewhere = { issuer: 'https://elsewhere.example', clientId: 'x' }
    const moved = await save({ id: made.id, openId: elsewhere })
    expect(moved.errors).toEqual([expect.objectContaining({ code: 'REQUIRED', path: ['openId', 'clientSecret'] })])

    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    await visit(made, browser)
    expect(await who(browser)).not.toBeNull()
    await save({ id: made.id, openId: { ...elsewhere, clientSecret: 'new' } })
    expect(await who(browser)).toBeNull()
    expect(await api.app.database.auth.account.count({ where: { user: { email: `a@${domain}` } } })).toBe(0)
  })

  it('take a domain only with a proof by DNS, or from the operator, and one tenant holds it', async () => {
    const { identityProvider: made } = await save({ ...ofOpenId() })
    const add = (by: Person) =>
      by.change('signInDomainAdd', { providerId: made.id, domain }, 'signInDomain { standing }')
    expect((await add(owner)).errors).toEqual([expect.objectContaining({ code: 'NOT_PROVEN', params: { domain } })])
    await inTenant((tx) =>
      tx.domainProof.create({ data: { tenantId, domain, method: 'HTTP', token: 't', verifiedAt: new Date() } }),
    )
    expect((await add(owner)).errors).toEqual([expect.objectContaining({ code: 'NOT_PROVEN' })])
    await inTenant((tx) => tx.domainProof.deleteMany({ where: { tenantId } }))
    await prove(domain, new Date(Date.now() - 100 * 3_600_000))
    expect((await add(owner)).errors).toEqual([expect.objectContaining({ code: 'NOT_PROVEN' })])
    await api.app.database.auth.user.update({ where: { id: owner.userId }, data: { operator: true } })
    expect(await add(owner)).toMatchObject({ signInDomain: { standing: 'VOUCHED' } })
    expect((await add(owner)).errors).toEqual([expect.objectContaining({ code: 'DUPLICATE' })])
  })

  it('let a domain go to who proves it now, once it is proven no more where it was', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    await visit(made, browser)
    const { tenant: next } = await createTenant(api.db.database)
    const heir = await signIn(api, [{ tenantId: next.id, role: 'OWNER' }])
    const input = { tenantId: tenantGid(next.id), name: 'Heir', ...ofOpenId() }
    const { identityProvider } = await heir.change('identityProviderSave', input, fields)
    const data = { tenantId: next.id, domain, method: 'DNS' as const, token: 't', verifiedAt: new Date() }
    const add = () =>
      heir.change('signInDomainAdd', { providerId: identityProvider.id, domain }, 'signInDomain { standing }')
    expect((await add()).errors).toEqual([expect.objectContaining({ code: 'NOT_PROVEN' })])
    await inTenant((tx) => tx.domainProof.create({ data }), next.id)
    expect((await add()).errors).toEqual([expect.objectContaining({ code: 'DUPLICATE' })])
    expect(await who(browser)).not.toBeNull()
    await inTenant((tx) => tx.domainProof.updateMany({ where: { tenantId }, data: { lapsedAt: new Date() } }))
    expect(await add()).toMatchObject({ signInDomain: { standing: 'PROVEN' } })
    expect(await who(browser)).toBeNull()
    expect(outcome(await visit(made))).toBe('FOREIGN_DOMAIN')
    expect(await told('signInDomainLapse')).toEqual([
      expect.objectContaining({ actorKind: 'SYSTEM', before: { domain }, actorName: null, address: null }),
    ])
  })

  it.each([
    'http://login.example.com',
    'ftp://x.example',
    'login.example.com',
    'https://u:p@x.example',
    'https://x.example/?a=1',
  ])('refuse %s as an issuer', async (issuer) => {
    const answer = await save({ openId: { issuer, clientId: 'c', clientSecret: 's' } })
    expect(answer.errors).toEqual([expect.objectContaining({ code: 'INVALID', path: ['openId', 'issuer'] })])
  })

  it('are an owner’s: no admin sees or changes them, and no other tenant', async () => {
    const made = await openIdProvider()
    const admin = await signIn(api, [{ tenantId, role: 'ADMIN' }])
    const { tenant: other } = await createTenant(api.db.database)
    const stranger = await signIn(api, [{ tenantId: other.id, role: 'OWNER' }])
    for (const [by, code] of [
      [admin, 'FORBIDDEN'],
      [stranger, 'NOT_FOUND'],
    ] as const) {
      expect((await save({ id: made.id, enabled: false }, by)).errors).toEqual([expect.objectContaining({ code })])
      for (const name of ['identityProviderDelete', 'identityProviderTest'])
        expect((await by.change(name, { id: made.id }, '__typename')).errors).toEqual([
          expect.objectContaining({ code }),
        ])
    }
    const seen = await admin.ask(`{ tenant(slug: "${slug}") { identityProviders { id } } }`)
    expect(seen.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    const theirs = await stranger.change(
      'identityProviderSave',
      { tenantId: tenantGid(other.id), id: made.id, name: 'Stolen' },
      fields,
    )
    expect(theirs.errors).toEqual([expect.objectContaining({ code: 'NOT_FOUND' })])
    expect(await told('identityProviderTest')).toHaveLength(0)
  })

  it('go with the tenant, and so does every trace of its people’s accounts there', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    await visit(made, browser)
    const { name } = await inTenant((tx) => tx.tenant.findUniqueOrThrow({ where: { id: tenantId } }))
    await owner.change('tenantDelete', { id: tenantGid(tenantId), name }, '__typename')
    expect(await who(browser)).toBeNull()
    expect(await api.app.database.auth.account.count({ where: { user: { email: `a@${domain}` } } })).toBe(0)
  })

  it('go with the provider: its people are signed out and their accounts there forgotten', async () => {
    const made = await openIdProvider()
    openId.account = person('1', `a@${domain}`)
    const browser = openBrowser(api.url)
    await visit(made, browser)
    expect(await owner.change('identityProviderDelete', { id: made.id }, 'id')).toEqual({
      __typename: expect.anything(),
      id: made.id,
    })
    expect(await who(browser)).toBeNull()
    expect(await inTenant((tx) => tx.signInDomain.count({ where: { tenantId } }))).toBe(0)
    expect(
      await api.app.database.auth.account.count({
        where: { providerId: { contains: 'organisation' }, user: { email: `a@${domain}` } },
      }),
    ).toBe(0)
  })
})

describe('the test of a provider', () => {
  const test = async (made: { id: string }) => owner.change('identityProviderTest', { id: made.id }, 'problem detail')
  const saved = async (settings: Record<string, unknown>) => (await save(settings)).identityProvider as Made

  it('finds nothing wrong with one that is right', async () => {
    expect(await test(await saved(ofOpenId()))).toMatchObject({ problem: null })
    expect(await test(await saved({ name: 'S', saml: { metadata: saml.metadata } }))).toMatchObject({ problem: null })
  })

  it('tells a wrong secret, another issuer, an address without OpenID, and one that may not be dialled', async () => {
    const { issuer, clientId, clientSecret } = openId
    const cases = [
      [{ issuer, clientId, clientSecret: 'wrong' }, 'CLIENT_REFUSED'],
      [{ issuer, clientId: 'nobody', clientSecret }, 'CLIENT_REFUSED'],
      [{ issuer: `${issuer}/elsewhere`, clientId, clientSecret }, 'NOT_OPENID'],
      [{ issuer: issuer.replace('127.0.0.1', 'localhost'), clientId, clientSecret }, 'OTHER_ISSUER'],
      [{ issuer: 'https://169.254.169.254', clientId, clientSecret }, 'BLOCKED'],
      [{ issuer: 'https://10.0.0.1', clientId, clientSecret }, 'BLOCKED'],
      [{ issuer: 'https://nowhere.invalid', clientId, clientSecret }, 'NAME_NOT_FOUND'],
      [{ issuer: 'https://127.0.0.1:9', clientId, clientSecret }, 'UNREACHABLE'],
    ] as const
    const made = await saved({ openId: cases[0][0] })
    for (const [given, problem] of cases) {
      await save({ id: made.id, openId: given })
      expect([given.issuer, (await test(made)).problem]).toEqual([given.issuer, problem])
    }
  }, 60_000)
})

async function addUser(email: string, { verified }: { verified: boolean }) {
  return api.app.database.auth.user.create({
    data: { id: crypto.randomUUID(), name: 'N', email, emailVerified: verified },
  })
}

async function join(email: string, at = tenantId, role: 'VIEWER' | 'OWNER' = 'VIEWER') {
  const { id: userId } = await api.app.database.auth.user.findUniqueOrThrow({ where: { email } })
  await inTenant((tx) => tx.member.create({ data: { tenantId: at, userId, role } }), at)
}

/** A person of that address with a password, signed in. */
async function signInAs(email: string): Promise<Browser> {
  const user = await addUser(email, { verified: false })
  const hash = await api.app.auth.hashPassword(password)
  await api.app.database.auth.account.create({
    data: { id: user.id, accountId: user.id, providerId: 'credential', userId: user.id, password: hash },
  })
  if (email.endsWith(`@${domain}`)) await join(email)
  const browser = openBrowser(api.url)
  const response = await client(api.url).post('/api/auth/sign-in/email', { email, password })
  expect(response.status).toBe(200)
  browser.keep(response)
  return browser
}
