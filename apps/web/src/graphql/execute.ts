import type { TypedDocumentString } from './generated/graphql.ts'

export type RequestFailureCode = 'UNREACHABLE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'REFUSED'

/** Why a whole operation gave nothing. What a person did wrong comes as `UserErrors` in the data instead. */
export class RequestFailure extends Error {
  readonly code: RequestFailureCode

  constructor(code: RequestFailureCode, message: string) {
    super(message)
    this.name = 'RequestFailure'
    this.code = code
  }
}

export interface ExecuteOptions {
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/**
 * Runs one operation and gives its data.
 * @throws {RequestFailure} when the API is not reached or refuses the operation as a whole
 */
export async function execute<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { url = '/graphql', headers = {}, signal }: ExecuteOptions = {},
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: document.toString(), operationName: operationName(document), variables }),
    cache: 'no-store',
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new RequestFailure('UNREACHABLE', 'the API did not answer')
  })
  const body = await readBody(response)
  if (!body) throw new RequestFailure('UNREACHABLE', `the API answered ${response.status} without GraphQL`)
  const [error] = body.errors ?? []
  if (error) throw new RequestFailure(failureCode(error.extensions?.code), error.message)
  return body.data as Data
}

/** The name that an operation was written with; it is also its cache key. */
export function operationName(document: { toString(): string }): string {
  return /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document.toString())?.[1] ?? 'anonymous'
}

interface Body {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: unknown } }[]
}

async function readBody(response: Response): Promise<Body | null> {
  const body: unknown = await response.json().catch(() => null)
  return body !== null && typeof body === 'object' && ('data' in body || 'errors' in body) ? (body as Body) : null
}

function failureCode(code: unknown): RequestFailureCode {
  return code === 'UNAUTHENTICATED' || code === 'FORBIDDEN' ? code : 'REFUSED'
}
