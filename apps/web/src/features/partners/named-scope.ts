import type { ScopeInput } from '../../graphql/generated/graphql.ts'

/**
 * The scope that a partner writes down for a customer whose endpoints it cannot look at yet: identifiers of endpoints and
 * groups, or addresses of pages that hold one. Null where nothing is written, which means everything.
 */
export function namedScope(text: string): ScopeInput | null {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  if (words.length === 0) return null
  // A word without an identifier goes along: the API refuses it, where leaving it out might ask for more than was meant.
  const ids = words.map((word) => /Endpoint(?:Group)?_[\w-]+/.exec(word)?.[0] ?? word)
  const isGroup = (id: string) => id.startsWith('EndpointGroup_')
  return { include: { groupIds: ids.filter(isGroup), endpointIds: ids.filter((id) => !isGroup(id)) } }
}
