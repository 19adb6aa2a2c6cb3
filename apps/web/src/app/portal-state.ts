import { cache } from 'react'
import { execute, RequestFailure } from '../graphql/execute.ts'
import { PortalDocument, type PortalQuery } from '../graphql/generated/graphql.ts'
import { onBehalfOfRequest } from '../graphql/server.ts'

/** Who is here and what they reach, asked once a request; null while the API cannot be reached. */
export const portalState = cache(async (): Promise<PortalQuery | null> => {
  try {
    return await execute(PortalDocument, {}, await onBehalfOfRequest())
  } catch (failure) {
    if (isUnreachable(failure)) return null
    throw failure
  }
})

const isUnreachable = (failure: unknown) =>
  (failure instanceof RequestFailure && failure.code === 'UNREACHABLE') ||
  (failure instanceof DOMException && failure.name === 'TimeoutError')
