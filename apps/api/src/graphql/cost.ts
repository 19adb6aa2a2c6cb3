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
  const { tooMuch, costs } = judged(schema, document)
  if (tooMuch) throw tooMuch
  const asked = `${operationName ?? ''} ${JSON.stringify(variables)}`
  const complexity = costs.get(asked) ?? complexityOf(schema, document, variables, operationName)
  if (asked.length < 1_000 && costs.size < 100) costs.set(asked, complexity)
  if (complexity > limits.cost)
    throw new GraphQLError(
      `The operation costs ${complexity}; at most ${limits.cost} is allowed. Ask for smaller pages.`,
      {
        extensions: { code: 'COST_LIMIT', http: { status: 400 } },
      },
    )
  return { requested: complexity, limit: limits.cost }
}

/** What is known of a document: the engine keeps the ones it has parsed, and asks the same again and again. */
interface Judged {
  readonly tooMuch: GraphQLError | undefined
  /** By operation and variables. */
  readonly costs: Map<string, number>
}

const known = new WeakMap<DocumentNode, Judged>()

function judged(schema: GraphQLSchema, document: DocumentNode): Judged {
  const found = known.get(document)
  if (found) return found
  const fresh = { tooMuch: validate(schema, document, limitRules)[0], costs: new Map() }
  known.set(document, fresh)
  return fresh
}

function complexityOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  operationName?: string | null,
): number {
  const definitions = document.definitions.filter(
    (definition) =>
      definition.kind !== 'OperationDefinition' || !operationName || definition.name?.value === operationName,
  )
  return complexityFromQuery({ ...document, definitions }, { schema, variables, ctx: {} }).complexity
}
