import { randomUUID } from 'node:crypto'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { GraphQLError } from 'graphql'
import { arrivalOf } from './access/viewer-of.ts'
import { type App, Context } from './context.ts'
import { addDownloads } from './downloads/routes.ts'
import { isDomainError } from './errors.ts'
import { createApollo } from './graphql/apollo.ts'
import { limits } from './graphql/builder.ts'
import { rateHeaders, spend } from './graphql/spend.ts'
import { createStream } from './graphql/stream.ts'
import { headersOf } from './headers-of.ts'
import { addHealth } from './health.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { addAuth } from './sign-in/auth-routes.ts'
import { withoutCookiesHeader } from './sign-in/headers.ts'

export interface ServerOptions {
  /** CIDRs of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Points of query cost that one caller may spend in a minute. */
  readonly ratePoints: number
}

/** The HTTP server with everything on it; not listening yet. */
export async function createServer(app: App, { trustedProxies, ratePoints }: ServerOptions): Promise<FastifyInstance> {
  const fastify = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: true,
  })
  addSecurityHeaders(fastify, app.env.SUNDOWN_PORTAL_URL.startsWith('https:'))
  addRequestLog(fastify)
  addHealth(fastify, app)
  await addAuth(fastify, app.auth)
  await addGraphQL(
    fastify,
    app,
    createRateLimit(ratePoints, () => app.now().getTime()),
  )
  return fastify
}

async function addGraphQL(fastify: FastifyInstance, app: App, rateLimit: RateLimit): Promise<void> {
  const streams = new AbortController()
  const open = new WeakMap<FastifyRequest, Context>()
  const contextOf = async (request: FastifyRequest, signal: AbortSignal, takesCookies = true): Promise<Context> => {
    const headers = headersOf(request)
    if (!takesCookies) headers.set(withoutCookiesHeader, '1')
    const { viewer, cookies } = await arrivalOf(app, headers)
    const context = new Context(app, {
      requestId: request.id,
      viewer,
      headers,
      signal: AbortSignal.any([signal, streams.signal]),
    })
    context.cookies.push(...cookies)
    return context
  }
  const apollo = createApollo(fastify, rateLimit)
  await apollo.start()
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const context = await contextOf(request, streams.signal).catch((err: unknown) => {
        if (isDomainError(err)) throw unauthenticated()
        request.log.error({ err }, 'could not tell who asks')
        throw unavailable(request.id)
      })
      open.set(request, context)
      return context
    },
  })
  fastify.route({ method: ['GET', 'POST'], url: '/graphql', handler })
  fastify.addHook('onSend', async (request, reply) => {
    const cookies = open.get(request)?.cookies ?? []
    if (cookies.length > 0) reply.header('set-cookie', cookies)
  })
  fastify.addHook('onResponse', async (request) => open.get(request)?.close())
  fastify.route({ method: ['GET', 'POST'], url: '/graphql/stream', handler: createStream(contextOf, rateLimit) })
  addDownloads(
    fastify,
    (request) => contextOf(request, streams.signal),
    (context, requested) => rateHeaders(spend(rateLimit, context, { requested, limit: limits.cost })),
  )
  fastify.addHook('preClose', async () => streams.abort())
}

const unavailable = (requestId: string) =>
  new GraphQLError('Sundown cannot reach its database. Try again soon.', {
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId, http: { status: 503 } },
  })

const unauthenticated = () =>
  new GraphQLError('The key is wrong, over, or used from an address that it is not for.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  })

function addSecurityHeaders(fastify: FastifyInstance, isHttps: boolean): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': request.id,
      'cache-control': 'no-store',
      ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    })
  })
}

function addRequestLog(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, url, log, ip } = request
    // The path alone: a query string may carry what does not belong in a log.
    const [path] = url.split('?', 1)
    log.info({ method, path, status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime), ip }, 'request')
  })
}
