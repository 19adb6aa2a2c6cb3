import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { auditLooks } from '../audit.ts'
import type { Context } from '../context.ts'
import type { Allowance, RateLimit } from '../rate-limit.ts'
import { limits } from './builder.ts'
import { type Cost, costOf } from './cost.ts'
import { isFault, outwardError } from './outward-error.ts'
import { schema } from './schema.ts'
import { rateHeaders, spend } from './spend.ts'

/** The GraphQL engine over HTTP: limits before anything runs, one transaction given back before the answer leaves. */
export function createApollo(fastify: FastifyInstance, rateLimit: RateLimit): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => outwardError(error, formatted),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // No answer may be kept by anybody, and its watch over every field is a tenth of a request.
      ApolloServerPluginCacheControlDisabled(),
      fastifyApolloDrainPlugin(fastify),
      requests(rateLimit),
    ],
  })
}

const requests = (rateLimit: RateLimit): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => {
    let cost: Cost | undefined
    let allowance: Allowance | undefined
    return {
      didResolveOperation: async ({ document, request, operationName, contextValue }) => {
        cost = costOf(schema, document, request.variables ?? {}, operationName)
        allowance = spend(rateLimit, contextValue, cost)
      },
      didEncounterErrors: async ({ errors, contextValue, operationName }) => {
        for (const err of errors) if (isFault(err)) contextValue.log.error({ err, operationName }, 'request failed')
      },
      willSendResponse: async ({ response, contextValue, operationName }) => {
        await contextValue.close()
        await auditLooks(contextValue, operationName ?? 'anonymous')
        if (allowance) for (const [name, value] of rateHeaders(allowance)) response.http.headers.set(name, value)
        if (response.body.kind !== 'single') return
        const { requestId } = contextValue
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          requestId,
          ...(cost ? { cost: { ...cost, remaining: allowance?.remaining ?? 0 } } : {}),
        }
      },
    }
  },
})
