import { complexityFromQuery } from '@pothos/plugin-complexity'
import { type DocumentNode, GraphQLError, type GraphQLSchema, validate } from 'graphql'
import { limits } from './builder.ts'
import { limitRules } from './limit-rules.ts'

export interface Cost {
  /** Estimated fields of the answer. */
  readonly requested: number
  readonly limit: number
}

/**
 * What a valid operation will cost at most, known before it runs.
 * @throws {GraphQLError} DEPTH_LIMIT, ALIAS_LIMIT, COST_LIMIT
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string | null,
): Cost {
  const [tooMuch] = validate(schema, document, limitRules)
  if (tooMuch) throw tooMuch
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
