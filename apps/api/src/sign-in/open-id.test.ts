import { describe, expect, test } from 'vitest'
import { cloudOf, directoryOf, entraIssuer, isDirectory } from './entra.ts'
import { identityOf } from './open-id.ts'

const directory = '11111111-2222-4333-8444-555555555555'

describe('Microsoft Entra ID', () => {
  const provider = { kind: 'ENTRA', issuer: entraIssuer('WORLDWIDE', directory), ownsAddresses: false } as const
  const claims = { sub: 's', oid: 'o', tid: directory, preferred_username: 'Ø@Contoso.com', name: 'Ø' }

  test('names a person by object, and by the sign-in name that is in a domain of the directory', () => {
    expect(identityOf(provider, claims)).toEqual({ subject: 'o', email: 'ø@contoso.com', name: 'Ø', verified: true })
  })

  test('is not believed about an address that it does not call its own', () => {
    const typed = { ...claims, email: 'ceo@fabrikam.com', email_verified: true }
    expect(identityOf(provider, typed).email).toBe('ø@contoso.com')
    expect(identityOf(provider, { ...typed, xms_edov: '0' }).email).toBe('ø@contoso.com')
    expect(identityOf(provider, { ...typed, xms_edov: true }).email).toBe('ceo@fabrikam.com')
  })

  test.each([undefined, '', '99999999-2222-4333-8444-555555555555'])('is not directory %j', (tid) => {
    expect(() => identityOf(provider, { ...claims, tid })).toThrow('another directory')
  })

  test('lies in the cloud that was chosen', () => {
    expect(entraIssuer('US_GOVERNMENT', directory.toUpperCase())).toBe(
      `https://login.microsoftonline.us/${directory}/v2.0`,
    )
    const issuer = entraIssuer('CHINA', directory)
    expect([cloudOf(issuer), directoryOf(issuer)]).toEqual(['CHINA', directory])
    expect([
      cloudOf('https://login.evil.example/x'),
      directoryOf('https://login.microsoftonline.com/common/v2.0'),
    ]).toEqual([null, null])
    expect(['common', 'organizations', 'consumers', directory].map(isDirectory)).toEqual([false, false, false, true])
  })
})

describe('another OpenID provider', () => {
  const provider = { kind: 'OIDC', issuer: 'https://login.example.com', ownsAddresses: false } as const

  test.each([
    [true, false, true],
    [undefined, false, false],
    [undefined, true, true],
    [false, true, false],
    ['true', false, false],
  ])(
    'with email_verified %j and owned addresses %j stands for the address: %j',
    (email_verified, ownsAddresses, verified) => {
      const identity = identityOf({ ...provider, ownsAddresses }, { sub: 's', email: 'A@B.example', email_verified })
      expect(identity).toEqual({ subject: 's', email: 'a@b.example', name: null, verified })
    },
  )
})
