import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isDomainError, toGraphQLError } from '../errors.ts'

/** Whether an error is a fault of ours, to be logged with its cause and hidden from the caller. */
export function isFault(error: unknown): boolean {
  const cause = error instanceof GraphQLError ? error.originalError : error
  if (cause === undefined || isDomainError(cause)) return false
  return !(cause instanceof GraphQLError)
}

/** The one form in which an error leaves: refusals by their code, faults as nothing but that there was one. */
export function outwardError(error: unknown, formatted?: GraphQLFormattedError): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  const where = formatted ?? (error instanceof GraphQLError ? error.toJSON() : { message: '' })
  const place = {
    ...(where.path ? { path: where.path } : {}),
    ...(where.locations ? { locations: where.locations } : {}),
  }
  if (isDomainError(cause)) {
    const { message, extensions } = toGraphQLError(cause)
    return { message, extensions, ...place }
  }
  if (isFault(error))
    return {
      message: 'Something went wrong inside Sundown. The log has it under this request id.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
      ...place,
    }
  const {
    stacktrace: _,
    http: __,
    ...extensions
  }: Record<string, unknown> = { code: 'BAD_USER_INPUT', ...where.extensions }
  return { message: where.message, extensions, ...place }
}
