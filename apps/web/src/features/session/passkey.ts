import { type AuthRefusal, authRequest } from './auth-request.ts'

/** What came of a passkey: DISMISSED where the person, or the browser, broke off. */
export type PasskeyOutcome = 'DONE' | 'DISMISSED' | AuthRefusal

/** Whether this browser speaks WebAuthn Level 3 in JSON. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Whether the browser can offer passkeys where a name is typed (conditional mediation). */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true

interface SignInOptions {
  /** Waits quietly until the person picks a passkey among the suggestions, instead of asking at once. */
  readonly quiet: boolean
  readonly signal: AbortSignal
}

/** Signs in with a passkey that knows its person: the name comes with it. */
export async function signInByPasskey({ quiet, signal }: SignInOptions): Promise<PasskeyOutcome> {
  const options = await authRequest<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options')
  if (!options.ok) return options.refusal
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    ...options.data,
    // A passkey is the whole sign-in here, so the device has to know who holds it.
    userVerification: 'required',
  })
  const credential = await navigator.credentials
    .get({ publicKey, signal, ...(quiet ? { mediation: 'conditional' as const } : {}) })
    .catch((error: unknown) => (isForeign(error) && !quiet ? 'PASSKEY_REFUSED' : null))
  if (credential === 'PASSKEY_REFUSED') return credential
  if (!(credential instanceof PublicKeyCredential)) return 'DISMISSED'
  const answer = await authRequest('/passkey/verify-authentication', { response: credential.toJSON() })
  return answer.ok ? 'DONE' : answer.refusal
}

/** Makes a passkey for the person who is signed in. `password` where the sign-in was a while ago. */
export async function addPasskey(name: string, password: string | null): Promise<PasskeyOutcome> {
  const options = await authRequest<PublicKeyCredentialCreationOptionsJSON>(
    '/passkey/generate-register-options',
    password === null ? {} : { password },
  )
  if (!options.ok) return options.refusal
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.data)
  const credential = await navigator.credentials.create({ publicKey }).catch((error: unknown) => {
    // The authenticator holds a passkey of this account already.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return 'THERE_ALREADY'
    return isForeign(error) ? 'PASSKEY_REFUSED' : null
  })
  if (credential === 'THERE_ALREADY' || credential === 'PASSKEY_REFUSED') return credential
  if (!(credential instanceof PublicKeyCredential)) return 'DISMISSED'
  const answer = await authRequest('/passkey/verify-registration', { response: credential.toJSON(), name })
  return answer.ok ? 'DONE' : answer.refusal
}

/** The portal is open under another name than its own, for which its passkeys do not hold. */
const isForeign = (error: unknown) => error instanceof DOMException && error.name === 'SecurityError'
