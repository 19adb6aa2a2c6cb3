import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { TypedDocumentString } from './generated/graphql.ts'
import { documentQuery } from './query.ts'
import { onBehalfOfRequest } from './server.ts'

/** Asks on the server what a page needs first; what fails is asked again by the browser, which can say so. */
export class Prefetch {
  readonly #client = new QueryClient({ defaultOptions: { queries: { retry: false } } })

  async query<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data | undefined> {
    const query = documentQuery(document, variables, await onBehalfOfRequest())
    await this.#client.prefetchQuery(query)
    return this.#client.getQueryData<Data>(query.queryKey)
  }

  wrap(children: ReactNode) {
    return <HydrationBoundary state={dehydrate(this.#client)}>{children}</HydrationBoundary>
  }
}
