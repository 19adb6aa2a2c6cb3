import { entryFor } from '../entry.ts'
import { certificateSignatureStrong } from './rule.ts'

export const certificateSignatureStrongEntry = entryFor(certificateSignatureStrong)({
  en: {
    title: 'The certificate is signed with SHA-2',
    why: 'Microsoft 365 has accepted no SHA-1 certificates since June 2016, in either direction.',
    pass: 'Signed with {algorithm}.',
    fail: 'A certificate in the chain is signed with {algorithm}.',
    fix: 'Have the certificate issued again; every public CA signs with SHA-256.',
  },
  da: {
    title: 'Certifikatet er signeret med SHA-2',
    why: 'Microsoft 365 har ikke accepteret SHA-1-certifikater siden juni 2016, hverken ind eller ud.',
    pass: 'Signeret med {algorithm}.',
    fail: 'Et certifikat i kæden er signeret med {algorithm}.',
    fix: 'Få certifikatet udstedt igen. Alle offentlige CA’er signerer med SHA-256.',
  },
})
