import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { DomainError, isDomainError } from '../errors.ts'
import { tenantIdOf } from '../global-id.ts'
import { auditExport, auditFormats } from './audit-export.ts'
import type { Download } from './download.ts'
import { exportFormats, tenantExport } from './tenant-export.ts'

/** Makes a context with the caller's rights of this moment. */
type ContextOf = (request: FastifyRequest) => Promise<Context>
/** Takes what a download costs from the caller; throws where there is too little. */
type Spend = (context: Context, points: number) => readonly (readonly [string, string])[]

/** What one download takes of the caller's points. */
export const downloadCost = 10_000
/** Each holds a connection to the database while it lasts. */
const mostAtOnce = 4

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text))

/** What is too large for one answer of GraphQL, as files that are written while they are sent. */
export function addDownloads(fastify: FastifyInstance, contextOf: ContextOf, spend: Spend): void {
  let running = 0

  const serve = (open: (context: Context, tenantId: string, request: FastifyRequest) => Promise<Download>) => {
    return async (request: FastifyRequest, reply: FastifyReply) => {
      if (running >= mostAtOnce)
        return refuse(reply, 503, 'BUSY', 'Other downloads are running. Try again soon.', { 'retry-after': '30' })
      running += 1
      const over = () => {
        running -= 1
      }
      let context: Context | null = null
      try {
        context = await contextOf(request)
        for (const [name, value] of spend(context, downloadCost)) reply.header(name, value)
        const { id } = request.params as { id: string }
        const download = await open(context, tenantIdOf(id, []), request)
        await context.close()
        return await send(request, reply, download, over)
      } catch (error) {
        over()
        await context?.close()
        return refuseBecause(request, reply, error)
      }
    }
  }

  fastify.get(
    '/api/tenants/:id/export',
    serve((context, tenantId, { query }) => {
      const { format } = parsed(z.object({ format: z.enum(exportFormats).default('ndjson') }), query)
      return tenantExport(context, tenantId, format)
    }),
  )
  const auditQuery = z.object({
    format: z.enum(auditFormats).default('ndjson'),
    from: instant.nullable().default(null),
    to: instant.nullable().default(null),
    action: z.string().max(100).nullable().default(null),
    partnerId: z
      .string()
      .transform((id) => tenantIdOf(id, ['partnerId']))
      .nullable()
      .default(null),
    looks: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .nullable()
      .default(null),
    search: z.string().max(200).nullable().default(null),
  })
  fastify.get(
    '/api/tenants/:id/audit',
    serve((context, tenantId, { query }) => auditExport(context, tenantId, parsed(auditQuery, query))),
  )
}

function parsed<T>(shape: z.ZodType<T>, query: unknown): T {
  const result = shape.safeParse(query)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = (issue?.path ?? []).map(String)
  throw new DomainError('invalid', [{ code: 'INVALID', message: `${path.join('.')}: ${issue?.message}`, path }])
}

function send(request: FastifyRequest, reply: FastifyReply, { name, type, content }: Download, over: () => void) {
  const stream = Readable.from(content, { objectMode: false, highWaterMark: 65_536 })
  stream.once('close', over)
  // What was sent cannot be taken back: a download that breaks off ends without its last chunk.
  stream.on('error', (err) => request.log.error({ err }, 'download broke off'))
  reply.header('content-type', type)
  reply.header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`)
  return reply.send(stream)
}

const statuses = { 'signed-out': 401, forbidden: 403, 'not-found': 404, limit: 429, invalid: 400 } as const

function refuseBecause(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  if (isDomainError(error)) {
    const status = (statuses as Record<string, number>)[error.code] ?? 400
    if (status === 401) return refuse(reply, 401, 'UNAUTHENTICATED', 'Sign in first.')
    const [first] = error.userErrors
    return refuse(reply, status, first?.code ?? 'INVALID', first?.message ?? 'Refused.')
  }
  const limited = (error as { extensions?: { code?: string; retryAfter?: number } }).extensions
  if (limited?.code === 'RATE_LIMIT')
    return refuse(reply, 429, 'RATE_LIMIT', (error as Error).message, { 'retry-after': String(limited.retryAfter) })
  request.log.error({ err: error }, 'download failed')
  return refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong inside Sundown.')
}

/** In the form of GraphQL's errors, so that a caller reads one form. */
function refuse(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
) {
  return reply
    .code(status)
    .headers(headers)
    .send({ errors: [{ message, extensions: { code } }] })
}
