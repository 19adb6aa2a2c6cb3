import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import type { Context } from '../context.ts'

export interface SchemaShape {
  Context: Context
  DefaultFieldNullability: false
  DefaultInputFieldRequiredness: false
  DefaultNodeNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    JSON: { Input: unknown; Output: unknown }
  }
}

export const limits = {
  /** Levels of fields below the operation. */
  depth: 14,
  /** Estimated fields of the answer: lists count by the size asked for. */
  cost: 20_000,
  aliases: 30,
  tokens: 2000,
  bodyBytes: 262_144,
  pageDefault: 25,
  pageMax: 100,
} as const

/** The one builder of the schema; modules add their nouns to it. */
export const builder = new SchemaBuilder<SchemaShape>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  complexity: { defaultComplexity: 1, defaultListMultiplier: 2 },
  relay: {
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The page, in order.',
      complexity: { field: 0, multiplier: 1 },
    },
    nodeFieldOptions: { nullable: false, description: 'What stands at this place.', complexity: 0 },
    cursorFieldOptions: { description: 'Pass it as `after` or `before` to go on from here.' },
    pageInfoFieldOptions: { description: 'Where this page stands in the whole.', complexity: 0 },
    nodeTypeOptions: { description: 'Anything that has a global id.' },
    idFieldOptions: { description: 'Global id: opaque, stable and unique over all types.' },
    pageInfoTypeOptions: { description: 'Where a page stands in the whole.' },
    hasNextPageFieldOptions: { description: 'Whether more follows.' },
    hasPreviousPageFieldOptions: { description: 'Whether something stands before.' },
    startCursorFieldOptions: { description: 'Cursor of the first row of the page.' },
    endCursorFieldOptions: { description: 'Cursor of the last row of the page.' },
    firstArgOptions: { description: 'Rows from the start, 25 unless told, at most 100.' },
    lastArgOptions: { description: 'Rows from the end, at most 100.' },
    afterArgOptions: { description: 'Cursor to start behind.' },
    beforeArgOptions: { description: 'Cursor to end before.' },
  },
})

builder.queryType({ description: 'What can be read.' })
builder.mutationType({ description: 'What can be done. Each answers with a payload or with UserErrors.' })
builder.subscriptionType({
  description: 'What can be followed live, as server-sent events at /graphql/stream. The present state comes at once.',
})
