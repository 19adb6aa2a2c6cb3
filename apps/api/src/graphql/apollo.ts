import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { fastifyApolloDrainPlugin } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import { auditLooks } from '../audit.ts'
import type { Context } from '../context.ts'
import { limits } from './builder.ts'
import { costOf } from './cost.ts'
import { isFault, outwardError } from './outward-error.ts'
import { schema } from './schema.ts'

/** The GraphQL engine over HTTP: limits before anything runs, one transaction given back before the answer leaves. */
export function createApollo(fastify: FastifyInstance): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    formatError: (formatted, error) => outwardError(error, formatted),
    plugins: [ApolloServerPluginLandingPageDisabled(), fastifyApolloDrainPlugin(fastify), requests],
  })
}

const requests: ApolloServerPlugin<Context> = {
  requestDidStart: async () => {
    let cost: { requested: number; limit: number } | undefined
    return {
      didResolveOperation: async ({ document, request, operationName }) => {
        cost = costOf(schema, document, request.variables ?? {}, operationName)
      },
      didEncounterErrors: async ({ errors, contextValue, operationName }) => {
        for (const err of errors) if (isFault(err)) contextValue.log.error({ err, operationName }, 'request failed')
      },
      willSendResponse: async ({ response, contextValue, operationName }) => {
        await contextValue.close()
        await auditLooks(contextValue, operationName ?? 'anonymous')
        if (response.body.kind !== 'single') return
        const { requestId } = contextValue
        response.body.singleResult.extensions = {
          ...response.body.singleResult.extensions,
          requestId,
          ...(cost ? { cost } : {}),
        }
      },
    }
  },
}
