import { type ExecuteOptions, execute, operationName } from './execute.ts'
import type { TypedDocumentString } from './generated/graphql.ts'

/** Query options of a document; the same key on the server and in the browser, so prefetched data is found. */
export function documentQuery<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  options: ExecuteOptions = {},
) {
  return {
    queryKey: [operationName(document), variables] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) => execute(document, variables, { signal, ...options }),
  }
}
