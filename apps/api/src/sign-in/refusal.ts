/** Why nobody came in through an identity provider; the portal says it in words. */
export const organisationRefusals = {
  START_AGAIN: 'The visit took longer than ten minutes, was used up, or began in another browser.',
  OFF: 'There is no such provider, or it is switched off.',
  PROVIDER_UNREACHABLE: 'The provider did not answer.',
  PROVIDER_REFUSED: 'The provider let nobody in, or the person broke off.',
  PROVIDER_WRONG:
    'What the provider answered is not what its settings here say: signature, issuer, audience, number, time.',
  NO_ADDRESS: 'The provider named no e-mail address.',
  UNVERIFIED: 'The provider does not say that the address is verified.',
  FOREIGN_DOMAIN: 'The address is in no domain that the provider speaks for here.',
  NOT_INVITED: 'The organisation lets nobody join by itself, and the person was not invited.',
  CONNECT_FIRST: 'The account has to be connected by its person, signed in as before.',
  TAKEN: 'The account at the provider is connected with another person.',
} as const
export type OrganisationRefusal = keyof typeof organisationRefusals

/** A visit to an identity provider that ends outside. */
export class Refused extends Error {
  readonly code: OrganisationRefusal
  constructor(code: OrganisationRefusal, detail?: string) {
    super(detail ?? organisationRefusals[code])
    this.code = code
  }
}
