/** Evidence that is a code rather than a name or a number, in words; keyed by the rule's placeholder. */
import { failureTexts } from '../clients/failure-texts.ts'
import type { LocalText } from './source.ts'

const trustTexts: Readonly<Record<string, LocalText>> = {
  trusted: { en: 'trusted', da: 'betroet' },
  incomplete: { en: 'an intermediate certificate is missing', da: 'et mellemcertifikat mangler' },
  untrusted: { en: 'no trusted root', da: 'intet betroet rodcertifikat' },
  'self-signed': { en: 'it vouches for itself', da: 'det står inde for sig selv' },
  'no-anchor': { en: 'no trusted root', da: 'intet betroet rodcertifikat' },
  'issuer-missing': { en: 'its issuer was not sent', da: 'udstederen blev ikke sendt' },
  signature: { en: 'a signature in the chain is wrong', da: 'en signatur i kæden er forkert' },
  'not-a-ca': { en: 'an issuer may not issue certificates', da: 'en udsteder må ikke udstede certifikater' },
  'path-length': {
    en: 'the chain is longer than an issuer allows',
    da: 'kæden er længere, end en udsteder tillader',
  },
  'path-too-long': { en: 'the chain is too long', da: 'kæden er for lang' },
  'name-constraints': {
    en: 'an issuer may not issue for this name',
    da: 'en udsteder må ikke udstede til dette navn',
  },
  'extended-key-usage': { en: 'an issuer may not issue for servers', da: 'en udsteder må ikke udstede til servere' },
  'critical-extension': { en: 'it has a demand that nobody understands', da: 'det har et krav, som ingen forstår' },
}

const policyTexts: Readonly<Record<string, LocalText>> = {
  'host-not-listed': { en: 'the policy does not list it', da: 'politikken nævner den ikke' },
  'not-in-date': { en: 'its certificate is not valid today', da: 'certifikatet er ikke gyldigt i dag' },
  'name-mismatch': { en: 'its certificate does not carry the name', da: 'certifikatet bærer ikke navnet' },
  none: { en: 'nothing is wrong', da: 'intet er galt' },
}

export const evidenceTexts: Readonly<Record<string, Readonly<Record<string, LocalText>>>> = {
  result: failureTexts,
  state: trustTexts,
  problem: { ...trustTexts, ...policyTexts },
}
