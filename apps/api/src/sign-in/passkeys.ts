import { type PasskeyOptions, passkey } from '@better-auth/passkey'
import type { Database } from '@sundown/db'
import { APIError } from 'better-auth/api'
import { mayEnterAlone } from './enforcement.ts'

export interface PasskeysOptions {
  readonly database: Database
  readonly portalUrl: string
  /** Where the portal may be open. */
  readonly origins: readonly string[]
}

/**
 * Passkeys (WebAuthn Level 3). One is the whole sign-in, so it has to be found without a name being typed, and has to know its
 * person by finger, face or PIN each time.
 */
export function passkeys({ database, portalUrl, origins }: PasskeysOptions) {
  const unverified = () =>
    new APIError('UNAUTHORIZED', { code: 'PASSKEY_REFUSED', message: 'The passkey did not check who uses it.' })
  const options: PasskeyOptions = {
    rpName: 'Sundown',
    rpID: new URL(portalUrl).hostname,
    origin: [...origins],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) => {
        if (verification.registrationInfo?.userVerified !== true) throw unverified()
      },
    },
    authentication: {
      afterVerification: async ({ verification, clientData }) => {
        if (!verification.authenticationInfo.userVerified) throw unverified()
        const { user } = await database.auth.passkey.findUniqueOrThrow({
          where: { credentialID: clientData.id },
          select: { user: { select: { id: true, email: true } } },
        })
        if (!(await mayEnterAlone(database, user))) throw throughOrganisation()
      },
    },
  }
  return passkey(options)
}

/** Said only to who has shown the right password or passkey. */
export const throughOrganisation = () =>
  new APIError('FORBIDDEN', { code: 'THROUGH_ORGANISATION', message: 'Sign in through your organisation.' })
