import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { limits } from './builder.ts'

const refuse = (code: string, message: string) =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } })

/** Levels of fields below an operation, fragments followed; introspection does not count. */
const depthRule: ValidationRule = (context): ASTVisitor => ({
  OperationDefinition: {
    leave(operation) {
      const depth = depthOf(context, operation.selectionSet, new Set())
      if (depth > limits.depth)
        context.reportError(
          refuse('DEPTH_LIMIT', `The operation is ${depth} levels deep; at most ${limits.depth} are allowed.`),
        )
    },
  },
})

function depthOf(
  context: ValidationContext,
  set: SelectionSetNode,
  above: ReadonlySet<FragmentDefinitionNode>,
): number {
  let deepest = 0
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value.startsWith('__')) continue
      const below = selection.selectionSet ? depthOf(context, selection.selectionSet, above) : 0
      deepest = Math.max(deepest, 1 + below)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(context, selection.selectionSet, above))
    } else {
      const fragment = context.getFragment(selection.name.value)
      // A fragment within itself is refused by another rule; here it only must not hang.
      if (!fragment || above.has(fragment)) continue
      deepest = Math.max(deepest, depthOf(context, fragment.selectionSet, new Set([...above, fragment])))
    }
  }
  return deepest
}

/** Aliases multiply work that a field costs once. */
const aliasRule: ValidationRule = (context): ASTVisitor => {
  let aliases = 0
  return {
    Field(field) {
      if (!field.alias || ++aliases !== limits.aliases + 1) return
      context.reportError(refuse('ALIAS_LIMIT', `The document has more than ${limits.aliases} aliases.`))
    },
  }
}

/** What a document may look like before anything of it runs. */
export const limitRules: readonly ValidationRule[] = [depthRule, aliasRule]
