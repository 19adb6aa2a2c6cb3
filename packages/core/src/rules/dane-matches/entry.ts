import { entryFor } from '../entry.ts'
import { daneMatches } from './rule.ts'

export const daneMatchesEntry = entryFor(daneMatches)({
  en: {
    title: 'DANE matches',
    why: 'A sender that follows DANE, as Exchange Online does, refuses a server whose certificate does not match its TLSA records.',
    pass: '{records} TLSA records, and one matches.',
    fail: '{records} TLSA records, but none matches, or the zone is not signed.',
    fix: 'Publish the new TLSA record before the certificate changes, and sign the zone with DNSSEC.',
  },
  da: {
    title: 'DANE stemmer',
    why: 'En afsender, der følger DANE, som Exchange Online gør, afviser en server, hvis certifikat ikke passer til TLSA-posterne.',
    pass: '{records} TLSA-poster, og én passer.',
    fail: '{records} TLSA-poster, men ingen passer, eller zonen er ikke signeret.',
    fix: 'Udgiv den nye TLSA-post, før certifikatet skiftes, og signer zonen med DNSSEC.',
  },
})
