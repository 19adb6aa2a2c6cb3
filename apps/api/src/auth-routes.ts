import type { FastifyInstance } from 'fastify'
import type { Auth } from './auth.ts'
import { headersOf } from './headers-of.ts'

const bodyBytes = 16_384

/** Hands everything under /api/auth to the sign-in library, as the web request that it expects. */
export async function addAuth(fastify: FastifyInstance, auth: Auth): Promise<void> {
  await fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: bodyBytes }, (_, body, done) =>
      done(null, body),
    )
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      bodyLimit: bodyBytes,
      handler: async (request, reply) => {
        const url = new URL(request.url, `${request.protocol}://${request.host}`)
        const headers = headersOf(request)
        headers.delete('content-length')
        const body = typeof request.body === 'string' ? { body: request.body } : {}
        const response = await auth.handle(new Request(url, { method: request.method, headers, ...body }))
        reply.code(response.status)
        for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
        const cookies = response.headers.getSetCookie()
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        return reply.send(response.body === null ? null : await response.text())
      },
    })
  })
}
