import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, GraphQLError, type GraphQLSchema } from 'graphql'
import { limits } from './builder.ts'

export interface Cost {
  /** Estimated fields of the answer. */
  readonly requested: number
  readonly limit: number
}

/**
 * What an operation will cost at most, known before it runs.
 * @throws {GraphQLError} COST_LIMIT
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string | null,
): Cost {
  const definitions = document.definitions.filter(
    (definition) =>
      definition.kind !== 'OperationDefinition' || !operationName || definition.name?.value === operationName,
  )
  const { complexity } = complexityFromQuery({ ...document, definitions }, { schema, variables, ctx: {} })
  if (complexity > limits.cost)
    throw new GraphQLError(
      `The operation costs ${complexity}; at most ${limits.cost} is allowed. Ask for smaller pages.`,
      {
        extensions: { code: 'COST_LIMIT', http: { status: 400 } },
      },
    )
  return { requested: complexity, limit: limits.cost }
}
