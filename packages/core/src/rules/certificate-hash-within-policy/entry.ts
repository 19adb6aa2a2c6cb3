import { entryFor } from '../entry.ts'
import { certificateHashWithinPolicy } from './rule.ts'

export const certificateHashWithinPolicyEntry = entryFor(certificateHashWithinPolicy)({
  en: {
    title: 'The certificate’s hash is within the policy',
    why: 'SHA-1 is refused by Microsoft 365 whatever the policy; this is the limit that the policy adds, for instance SHA-384 for a root that must last.',
    pass: 'Signed with {algorithm}; the policy asks for {needed}.',
    fail: 'A certificate in the chain is signed with {algorithm}; the policy asks for {needed}.',
    fix: 'Order the certificate from an issuer that signs with the longer hash, or change the limit if it asks for more than you need.',
  },
  da: {
    title: 'Certifikatets hash er inden for politikken',
    why: 'SHA-1 afvises af Microsoft 365 uanset politik. Dette er den grænse, som politikken lægger til, for eksempel SHA-384 til et rodcertifikat, der skal holde længe.',
    pass: 'Signeret med {algorithm}. Politikken kræver {needed}.',
    fail: 'Et certifikat i kæden er signeret med {algorithm}. Politikken kræver {needed}.',
    fix: 'Bestil certifikatet hos en udsteder, der signerer med den længere hash, eller ret grænsen, hvis den kræver mere end nødvendigt.',
  },
})
