import { authRequest } from './auth-request.ts'

export type SignInOutcome =
  | 'DONE'
  | 'SECOND_FACTOR'
  | 'WRONG'
  | 'TOO_MANY'
  | 'LOCKED'
  | 'THROUGH_ORGANISATION'
  | 'UNREACHABLE'

/** Signs in by Better Auth's own path; the session cookie comes with the answer, unless a second factor is wanted. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const answer = await authRequest<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
  if (answer.ok) return answer.data?.twoFactorRedirect === true ? 'SECOND_FACTOR' : 'DONE'
  const { refusal } = answer
  return told.find((outcome) => outcome === refusal) ?? 'WRONG'
}

export async function signOut(): Promise<boolean> {
  return (await authRequest('/sign-out', {})).ok
}

const told = ['TOO_MANY', 'LOCKED', 'THROUGH_ORGANISATION', 'UNREACHABLE'] as const
