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
  LAST_OWNER: 'A tenant keeps at least one owner; make another one first.',
  OUT_OF_SCOPE: 'It lies outside the endpoints that you are limited to.',
  BEYOND_YOURS: 'Nobody gives more than they hold; `params.permission` names what you do not hold.',
  NAME_MISMATCH: 'The name written to be sure is not its name.',
  NOT_A_PARTNER: 'Only a partner does this, and the tenant is none.',
  STILL_PARTNER: 'Customers still let the tenant in as a partner; end those delegations first.',
  IS_OVER: 'It has ended already.',
  NOT_PROVEN: 'The domain `params.domain` is not proven by a DNS record; prove it first.',
  SIGN_IN_FIRST: 'There is an account with this address; sign in with it first.',
  IN_USE: 'Something still uses it; `params.count` says how much.',
  HANDED_OVER: 'The customer has an owner of its own already.',
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

export const lastOwner = (): DomainError =>
  new DomainError('precondition', [{ code: 'LAST_OWNER', message: 'A tenant keeps at least one owner.', path: ['id'] }])

export const outOfScope = (path: readonly string[]): DomainError =>
  new DomainError('forbidden', [
    { code: 'OUT_OF_SCOPE', message: 'This lies outside the endpoints that you are limited to.', path },
  ])

export const isOver = (message: string): DomainError =>
  new DomainError('conflict', [{ code: 'IS_OVER', message, path: ['id'] }])

export const notAPartner = (path: readonly string[]): DomainError =>
  new DomainError('precondition', [{ code: 'NOT_A_PARTNER', message: 'The tenant is not a partner.', path }])

export const inUse = (count: number): DomainError =>
  new DomainError('conflict', [
    { code: 'IN_USE', message: 'Something still uses it.', path: ['id'], params: { count } },
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
