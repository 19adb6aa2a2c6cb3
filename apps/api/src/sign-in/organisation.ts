import { randomBytes } from 'node:crypto'
import type { AddressGuard } from '@sundown/core/guard'
import type { Database } from '@sundown/db'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api'
import type { Logger } from 'pino'
import { z } from 'zod'
import { admit } from './admit.ts'
import { type Check, checkProvider } from './check-provider.ts'
import { cookie, cookieOf } from './cookies.ts'
import { createFlows, type Flow, flowSeconds, hashOf } from './flows.ts'
import type { Identity } from './identity.ts'
import { createOpenId } from './open-id.ts'
import { domainOf, type Provider, providerByDomain, providerOf, refOf } from './providers.ts'
import { type OrganisationRefusal, Refused } from './refusal.ts'
import { beginSaml, finishSaml, type Ours } from './saml.ts'
import { createSeal } from './sealed.ts'
import { serviceMetadata } from './service-metadata.ts'
import type { SignInAudit } from './sign-in-audit.ts'

export interface OrganisationOptions {
  readonly database: Database
  readonly portalUrl: string
  readonly secret: string
  readonly guard: AddressGuard
  readonly audit: SignInAudit
  readonly log: Logger
  readonly now: () => Date
  /** Opens a session of a person that a provider vouched for; answers the cookies to set. */
  readonly openSession: (userId: string, provider: Provider, headers: Headers) => Promise<string[]>
}

/** What an identity provider has to be told of us. */
export interface OurAddresses extends Ours {
  /** Where an OpenID provider sends people back to. */
  readonly callback: string
}

/** Sign-in through a tenant's own identity provider. */
export interface Organisation {
  /** The paths that a page asks, with the library's limits on how often and from where. */
  readonly plugin: BetterAuthPlugin
  /** Answers the paths that browsers are sent to by providers; null for any other. */
  readonly answer: (request: Request) => Promise<Response | null>
  readonly addressesOf: (provider: { readonly tenantId: string; readonly id: string }) => OurAddresses
  /** Keeps a client secret unreadable. */
  readonly seal: (provider: { readonly tenantId: string; readonly id: string }, secret: string) => string
  /** Tries what can be tried without a person. */
  readonly check: (provider: Provider) => Promise<Check>
}

const base = '/api/auth/organisation'

export function createOrganisation(options: OrganisationOptions): Organisation {
  const { database, portalUrl, secret, guard, audit, log, now, openSession } = options
  const origin = new URL(portalUrl).origin
  const seal = createSeal(secret)
  const openId = createOpenId({ guard, secretOf: (provider) => seal.open(provider.secret ?? '', refOf(provider)) })
  const flows = createFlows(database, now)
  const traits = { name: 'sundown.organisation', path: base, secure: origin.startsWith('https:') }
  const addressesOf: Organisation['addressesOf'] = (provider) => {
    const own = `${origin}${base}/${refOf(provider)}`
    return { callback: `${own}/callback`, acs: `${own}/acs`, entityId: `${own}/metadata` }
  }

  const begin = async (provider: Provider, flow: Omit<Flow, 'ref'>, email: string | null): Promise<string> => {
    const ours = addressesOf(provider)
    const ref = refOf(provider)
    if (provider.kind === 'SAML') {
      const { url, requestId } = await beginSaml(provider, ours)
      return url(await flows.begin({ ...flow, ref, requestId }))
    }
    const { url, kept } = await openId.begin(provider, { callback: ours.callback, email })
    return url(await flows.begin({ ...flow, ref, ...kept }))
  }

  const plugin = {
    id: 'organisation',
    endpoints: {
      organisationDiscover: createAuthEndpoint(
        '/organisation/discover',
        { method: 'POST', body: z.object({ email: z.string().max(320) }) },
        async (ctx) => {
          const domain = domainOf(ctx.body.email)
          const provider = domain ? await providerByDomain(database, domain) : null
          if (!provider) return ctx.json({ organisation: null })
          const enforced = provider.domains.some((one) => one.domain === domain && one.enforced)
          return ctx.json({ organisation: { ref: refOf(provider), name: provider.name, enforced } })
        },
      ),
      organisationBegin: createAuthEndpoint(
        '/organisation/begin',
        {
          method: 'POST',
          body: z.object({
            ref: z.string().max(100),
            next: z.string().max(2_000).default('/'),
            email: z.string().max(320).nullish(),
            connect: z.boolean().default(false),
          }),
        },
        async (ctx) => {
          const { ref, next, email = null, connect } = ctx.body
          const provider = await providerOf(database, ref)
          if (!provider?.enabled) return ctx.json({ code: 'ORGANISATION_OFF' }, { status: 404 })
          const userId = connect ? (await getSessionFromCtx(ctx))?.user.id : null
          if (userId === undefined) return ctx.json({ code: 'SIGNED_OUT' }, { status: 401 })
          const browser = randomBytes(24).toString('base64url')
          try {
            const url = await begin(provider, { browser: hashOf(browser), next: pathOf(next), userId }, email)
            ctx.setHeader('set-cookie', cookie(browser, { ...traits, maxAge: flowSeconds }))
            return ctx.json({ url })
          } catch (err) {
            log.warn({ err, provider: ref }, 'could not begin a visit to an identity provider')
            return ctx.json({ code: 'PROVIDER_UNREACHABLE' }, { status: 424 })
          }
        },
      ),
    },
  } satisfies BetterAuthPlugin

  /** Where a browser that came back from a provider goes on. */
  const goOn = (path: string, cookies: readonly string[] = []): Response => {
    const headers = new Headers({ location: new URL(path, origin).href, 'cache-control': 'no-store' })
    for (const one of [...cookies, cookie('', { ...traits, maxAge: 0 })]) headers.append('set-cookie', one)
    return new Response(null, { status: 303, headers })
  }

  const refuse = async (request: Request, provider: Provider | null, error: unknown, connecting: boolean) => {
    const code: OrganisationRefusal = error instanceof Refused ? error.code : 'PROVIDER_WRONG'
    const reason = error instanceof Error ? error.message : String(error)
    log.warn({ code, reason, provider: provider?.id }, 'nobody came in through an identity provider')
    if (provider)
      await database.asTenants({ tenants: [provider.tenantId], user: null }, (tx) =>
        tx.auditEntry.createMany({
          data: {
            tenantId: provider.tenantId,
            actorKind: 'SYSTEM',
            action: 'signInFail',
            subjectKind: 'IdentityProvider',
            subjectId: provider.id,
            after: { by: 'organisation', provider: provider.name, code, reason: reason.slice(0, 300) },
            address: request.headers.get('x-sundown-client-address'),
          },
        }),
      )
    return goOn(`/${connecting ? 'account' : 'sign-in'}?organisation=${code}`)
  }

  const letIn = async (request: Request, provider: Provider, flow: Flow, identity: Identity): Promise<Response> => {
    const { headers } = request
    const userId = await admit({ database, audit, now }, { identity, provider, userId: flow.userId, headers })
    await database.asTenants({ tenants: [provider.tenantId], user: null }, (tx) =>
      tx.identityProvider.updateMany({
        where: { tenantId: provider.tenantId, id: provider.id },
        data: { lastUsedAt: now() },
      }),
    )
    if (flow.userId !== null) return goOn(`${flow.next}?organisation=CONNECTED`)
    const cookies = await openSession(userId, provider, headers)
    const after = { by: 'organisation', provider: provider.name }
    await audit({ userId, action: 'signIn', headers, byPerson: true, after })
    return goOn(flow.next, cookies)
  }

  /** The visit that an answer belongs to, if it began in this browser and at this provider. */
  const resume = async (request: Request, state: string | null, ref: string | null): Promise<Flow> => {
    const flow = state ? await flows.take(state) : null
    const browser = cookieOf(request.headers, traits.name)
    if (!flow || (ref !== null && flow.ref !== ref)) throw new Refused('START_AGAIN')
    if (browser === null || hashOf(browser) !== flow.browser) throw new Refused('START_AGAIN', 'another browser')
    return flow
  }

  const finishing = async (request: Request, ref: string | null, finish: Finish): Promise<Response> => {
    let provider = ref === null ? null : await providerOf(database, ref)
    let connecting = false
    try {
      const { flow, identityFrom } = await finish()
      connecting = flow.userId !== null
      provider ??= await providerOf(database, flow.ref)
      if (!provider?.enabled) throw new Refused('OFF')
      return await letIn(request, provider, flow, await identityFrom(provider))
    } catch (error) {
      return refuse(request, provider, error, connecting)
    }
  }

  const answer: Organisation['answer'] = async (request) => {
    const url = new URL(request.url)
    const [ref = '', last] = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length + 1).split('/') : []
    if (request.method === 'GET' && last === 'callback')
      return finishing(request, ref, async () => {
        const state = url.searchParams.get('state') ?? ''
        const flow = await resume(request, state, ref)
        const back = new URL(`${url.pathname}${url.search}`, origin)
        return { flow, identityFrom: (provider) => openId.finish(provider, flow, { url: back, state }) }
      })
    if (request.method === 'GET' && ref === 'finish')
      return finishing(request, null, async () => {
        const flow = await resume(request, url.searchParams.get('ticket'), null)
        const { said } = flow
        if (!said) throw new Refused('START_AGAIN')
        return { flow, identityFrom: async () => said }
      })
    if (request.method === 'POST' && last === 'acs') return receive(request, ref)
    if (request.method === 'GET' && last === 'metadata') {
      const provider = await providerOf(database, ref)
      if (!provider) return new Response(null, { status: 404 })
      return new Response(serviceMetadata(addressesOf(provider)), {
        headers: { 'content-type': 'application/samlmetadata+xml' },
      })
    }
    return null
  }

  /**
   * A form that a SAML provider made the browser send. It comes from another site, so our cookie is not with it: what was
   * said is kept, and looked at once the browser comes by itself.
   */
  const receive = async (request: Request, ref: string): Promise<Response> => {
    const provider = await providerOf(database, ref)
    try {
      const form = new URLSearchParams(await request.text())
      const flow = await flows.take(form.get('RelayState') ?? '')
      if (!flow?.requestId || flow.ref !== ref) throw new Refused('START_AGAIN')
      if (!provider?.enabled || provider.kind !== 'SAML') throw new Refused('OFF')
      const said = await finishSaml(provider, addressesOf(provider), flow.requestId, form.get('SAMLResponse') ?? '')
      const { requestId: _, ...kept } = flow
      const ticket = await flows.begin({ ...kept, said })
      // Not `goOn`, which takes the cookie away that the next step asks for.
      const location = new URL(`${base}/finish?ticket=${ticket}`, origin).href
      return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
    } catch (error) {
      return refuse(request, provider, error, false)
    }
  }

  return {
    plugin,
    answer,
    addressesOf,
    seal: (provider, text) => seal.close(text, refOf(provider)),
    check: (provider) => checkProvider(openId, provider),
  }
}

type Finish = () => Promise<{
  readonly flow: Flow
  readonly identityFrom: (provider: Provider) => Promise<Identity>
}>

/** A path of the portal, never another origin. */
function pathOf(wanted: string): string {
  if (!wanted.startsWith('/') || /^\/[/\\]/.test(wanted)) return '/'
  const url = URL.parse(wanted, 'http://portal.invalid')
  return url?.host === 'portal.invalid' ? `${url.pathname}${url.search}` : '/'
}
