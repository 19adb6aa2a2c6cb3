import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  parse,
  validate,
} from 'graphql'
import { createHandler, type RequestParams, type Response } from 'graphql-sse'
import { auditLooks } from '../audit.ts'
import type { Context } from '../context.ts'
import { isDomainError } from '../errors.ts'
import type { RateLimit } from '../rate-limit.ts'
import { limits } from './builder.ts'
import { costOf } from './cost.ts'
import { isFault, outwardError } from './outward-error.ts'
import { schema } from './schema.ts'
import { spend } from './spend.ts'

/** Makes a context with the caller's rights of this moment; `takesCookies` while the answer has not begun. */
export type ContextOf = (request: FastifyRequest, signal: AbortSignal, takesCookies: boolean) => Promise<Context>

interface Raw {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly signal: AbortSignal
}

/** The context that a subscription starts with, and how to make the next one. */
type Following = Context & { readonly again: () => Promise<Context> }
type Args = ExecutionArgs & { contextValue: Following & Record<PropertyKey, unknown> }

/** Subscriptions as server-sent events, one connection each (graphql-sse's distinct connections mode). */
export function createStream(
  contextOf: ContextOf,
  rateLimit: RateLimit,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const handler = createHandler<Raw, undefined, Args['contextValue']>({
    authenticate: () => null,
    onSubscribe: ({ raw }, params) => prepare(raw, params, contextOf, rateLimit),
    subscribe,
  })
  return async (request, reply) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    const response = await handler({
      method: request.method,
      url: request.url,
      headers: { get: (name) => request.headers[name]?.toString() },
      body: (request.body ?? null) as Record<PropertyKey, unknown> | null,
      raw: { request, reply, signal: gone.signal },
      context: undefined,
    })
    reply.hijack()
    await send(reply, response, gone.signal)
  }
}

async function send(reply: FastifyReply, [body, init]: Response, signal: AbortSignal): Promise<void> {
  const { raw } = reply
  const type = init.headers?.['content-type']
  raw.writeHead(init.status, {
    ...(reply.getHeaders() as Record<string, string>),
    ...(type ? { 'content-type': type } : {}),
    // Without `no-transform` a compressing proxy holds events back.
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
  if (body === null || typeof body === 'string') {
    raw.end(body ?? undefined)
    return
  }
  for await (const chunk of body) {
    if (signal.aborted) break
    if (!raw.write(chunk)) await drained(raw, signal)
  }
  raw.end()
}

const drained = (raw: FastifyReply['raw'], signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    raw.once('drain', resolve)
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

async function prepare(
  { request, reply, signal }: Raw,
  params: RequestParams,
  contextOf: ContextOf,
  rateLimit: RateLimit,
): Promise<Response | Args> {
  const { query, operationName = null, variables = {} } = params
  let context: Context | null = null
  try {
    const document = parse(query, { maxTokens: limits.tokens })
    if (getOperationAST(document, operationName)?.operation !== 'subscription')
      throw new GraphQLError('Only subscriptions run here; send queries and mutations to /graphql.')
    const [invalid] = validate(schema, document)
    if (invalid) throw invalid
    const cost = costOf(schema, document, variables, operationName)
    context = await contextOf(request, signal, true)
    if (context.cookies.length > 0) reply.header('set-cookie', context.cookies)
    spend(rateLimit, context, cost)
    refuseTooMany(context)
    const contextValue = Object.assign(context, { again: () => contextOf(request, signal, false) })
    return { schema, document, operationName, variableValues: variables, contextValue: contextValue as never }
  } catch (error) {
    await context?.close()
    if (!(error instanceof GraphQLError) && !isDomainError(error)) throw error
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const http = error instanceof GraphQLError ? (error.extensions.http as { status?: number } | undefined) : undefined
    const status = http?.status ?? 400
    return [JSON.stringify({ errors: [outwardError(error)] }), { status, statusText: 'Refused', headers }]
  }
}

async function subscribe(args: Args): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  await args.contextValue.close()
  return Symbol.asyncIterator in source ? answers(args, source) : outward(args.contextValue, source)
}

/** Streams that stand open in this process, by reader. */
const open = new Map<string, number>()
const mostOpen = 50

function refuseTooMany({ viewer }: Context): void {
  if ((open.get(viewer?.id ?? '') ?? 0) < mostOpen) return
  throw new GraphQLError(`One reader follows at most ${mostOpen} things at once.`, {
    extensions: { code: 'STREAM_LIMIT', http: { status: 429 } },
  })
}

/** Each event is answered under the rights of its moment; the first that may not be seen ends the stream. */
async function* answers(args: Args, source: AsyncIterable<unknown>): AsyncGenerator<ExecutionResult> {
  const reader = args.contextValue.viewer?.id ?? ''
  open.set(reader, (open.get(reader) ?? 0) + 1)
  try {
    yield* each(args, source)
  } finally {
    const left = (open.get(reader) ?? 1) - 1
    if (left > 0) open.set(reader, left)
    else open.delete(reader)
  }
}

async function* each(args: Args, source: AsyncIterable<unknown>): AsyncGenerator<ExecutionResult> {
  // One entry for the whole stream, not one for every event.
  const told = new Set<string>()
  for await (const rootValue of source) {
    const context = await args.contextValue.again()
    const result = await execute({ ...args, rootValue, contextValue: context })
    await context.close()
    for (const tenantId of told) context.looked.delete(tenantId)
    await auditLooks(context, args.operationName ?? 'subscription')
    for (const tenantId of context.looked.keys()) told.add(tenantId)
    yield outward(context, result)
    if (!result.data) return
  }
}

function outward({ log, requestId }: Context, result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result
  for (const err of result.errors) if (isFault(err)) log.error({ err }, 'subscription failed')
  return { ...result, errors: result.errors.map((error) => outwardError(error)) as never, extensions: { requestId } }
}
