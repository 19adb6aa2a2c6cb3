export type SignInOutcome = 'DONE' | 'WRONG' | 'TOO_MANY' | 'UNREACHABLE'

/** Signs in by Better Auth's own path; the session cookie comes with the answer. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  const response = await post('/api/auth/sign-in/email', { email, password })
  if (response === null || response.status >= 500) return 'UNREACHABLE'
  if (response.ok) return 'DONE'
  return response.status === 429 ? 'TOO_MANY' : 'WRONG'
}

export async function signOut(): Promise<boolean> {
  const response = await post('/api/auth/sign-out', {})
  return response?.ok ?? false
}

function post(path: string, body: object): Promise<Response | null> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null)
}
