import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { headersOf } from '../headers-of.ts'
import type { Auth } from './auth.ts'
import { requestIdHeader } from './headers.ts'

const bodyBytes = 16_384
/** What a SAML provider makes a browser post, with its certificate and the person's attributes. */
const formBytes = 262_144

/** Hands everything under /api/auth to the sign-in library, as the web request that it expects. */
export async function addAuth(fastify: FastifyInstance, auth: Auth): Promise<void> {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const url = new URL(request.url, `${request.protocol}://${request.host}`)
    const headers = headersOf(request)
    headers.delete('content-length')
    headers.set(requestIdHeader, request.id)
    const body = typeof request.body === 'string' ? { body: request.body } : {}
    const response = await auth.handle(new Request(url, { method: request.method, headers, ...body }))
    reply.code(response.status)
    for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
    const cookies = response.headers.getSetCookie()
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    return reply.send(response.body === null ? null : await response.text())
  }
  await fastify.register(async (scope) => {
    takeOnly(scope, 'application/json')
    scope.route({ method: ['GET', 'POST'], url: '/api/auth/*', bodyLimit: bodyBytes, handler })
  })
  // The one place for a form, which a page of another site may send.
  await fastify.register(async (scope) => {
    takeOnly(scope, 'application/x-www-form-urlencoded')
    scope.post('/api/auth/organisation/:ref/acs', { bodyLimit: formBytes, handler })
  })
}

function takeOnly(scope: FastifyInstance, type: string): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(type, { parseAs: 'string' }, (_, body, done) => done(null, body))
}
