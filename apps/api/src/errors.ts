import { GraphQLError } from 'graphql'

/** Closed list of how the domain refuses. */
export type DomainErrorCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'limit'
  | 'precondition'
  | 'invalid'
  | 'signed-out'

/** What a caller can do something about; the portal translates by code and params. */
export const userErrorCodes = {
  REQUIRED: 'A value is needed here.',
  TOO_LONG: 'The value is longer than `params.max` characters.',
  INVALID: 'The value does not have the form that the field describes.',
  INVALID_HOST: 'Neither a host name nor an IP address.',
  INVALID_PORT: 'A port is a number from 1 to 65535.',
  PORT_MISSING: 'No port was given and none follows from the scheme or the STARTTLS kind.',
  NOT_ALLOWED_ADDRESS: 'The address is not public and the operator has not allowed it.',
  DUPLICATE: 'The same thing exists already; `params.id` names it.',
  NOT_FOUND: 'There is no such thing, or it is not yours to see.',
  FORBIDDEN: 'Your role does not allow this; `params.permission` names what is missing.',
  WEAK_PASSWORD: 'The password has fewer than `params.min` characters.',
  INVALID_EMAIL: 'Not an e-mail address.',
  ALREADY_DONE: 'This was done before and happens only once.',
  LIMIT: 'More than the limit of `params.max` allows.',
  CONFLICT: 'The state has changed meanwhile and does not allow this.',
  UNKNOWN_RULE: 'There is no such rule.',
  WEAKENS_READINESS: 'Readiness rests on this rule: it may weigh more, never less.',
} as const
export type UserErrorCode = keyof typeof userErrorCodes

export interface UserError {
  readonly code: UserErrorCode
  readonly message: string
  /** From the input object to the field that is meant; empty for the whole input. */
  readonly path: readonly string[]
  readonly params?: Readonly<Record<string, string | number>> | undefined
}

/** A refusal by the domain: expected, safe to show, never logged as a fault. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly userErrors: readonly UserError[]
  constructor(code: DomainErrorCode, userErrors: readonly UserError[]) {
    super(userErrors[0]?.message ?? code)
    this.code = code
    this.userErrors = userErrors
  }
}

export const notFound = (what: string, path: readonly string[] = []): DomainError =>
  new DomainError('not-found', [{ code: 'NOT_FOUND', message: `There is no such ${what}.`, path }])

export const forbidden = (permission: string): DomainError =>
  new DomainError('forbidden', [
    { code: 'FORBIDDEN', message: `Your role does not allow ${permission}.`, path: [], params: { permission } },
  ])

export const signedOut = (): DomainError => new DomainError('signed-out', [])

export const invalid = (...errors: readonly UserError[]): DomainError => new DomainError('invalid', errors)

/** Discriminates on shape, so that an error from another copy of this module counts too. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && 'userErrors' in error && Array.isArray(error.userErrors)
}

/**
 * The one mapping of refusals outward. A mutation's refusal is data (`UserErrors`); this is for what has no such place:
 * being signed out anywhere, and refusals inside queries.
 */
export function toGraphQLError(error: DomainError): GraphQLError {
  const code = { 'signed-out': 'UNAUTHENTICATED', forbidden: 'FORBIDDEN', limit: 'LIMIT' }[error.code as string]
  return new GraphQLError(error.code === 'signed-out' ? 'Sign in first.' : error.message, {
    extensions: { code: code ?? 'BAD_USER_INPUT' },
  })
}
