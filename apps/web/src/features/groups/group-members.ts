import { execute } from '../../graphql/execute.ts'
import { GroupMembersDocument, type GroupMembersQuery } from '../../graphql/generated/graphql.ts'

/** Global ids of every endpoint of a group, page by page, as it is now. */
export async function groupMembers(slug: string, groupId: string): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const data: GroupMembersQuery = await execute(GroupMembersDocument, { slug, groupId, after })
    const page = data.tenant?.endpoints
    ids.push(...(page?.edges.map(({ node }) => node.id) ?? []))
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
  return ids
}
