import type { z } from 'zod'
import { invalid, type UserError, type UserErrorCode } from './errors.ts'

/** Carries a user error code through zod: `z.string().refine(isHost, userIssue('INVALID_HOST', 'Not a host.'))`. */
export const userIssue = (code: UserErrorCode, message: string) => ({ error: message, params: { userCode: code } })

/**
 * Checks an input object.
 * @throws {DomainError} invalid, with every field that is wrong
 */
export function parseInput<T>(shape: z.ZodType<T>, input: unknown): T {
  const result = shape.safeParse(input)
  if (result.success) return result.data
  throw invalid(...result.error.issues.map(userErrorOf))
}

function userErrorOf(issue: z.core.$ZodIssue): UserError {
  const path = issue.path.map(String)
  const given = issue.code === 'custom' ? issue.params?.userCode : undefined
  if (given) return { code: given as UserErrorCode, message: issue.message, path }
  if (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) === 1)
    return { code: 'REQUIRED', message: 'A value is needed here.', path }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { code: 'TOO_LONG', message: issue.message, path, params: { max: Number(issue.maximum) } }
  if (issue.code === 'too_big' && issue.origin === 'array')
    return { code: 'LIMIT', message: issue.message, path, params: { max: Number(issue.maximum) } }
  return { code: 'INVALID', message: issue.message, path }
}
