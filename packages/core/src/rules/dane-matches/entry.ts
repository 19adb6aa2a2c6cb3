import { entryFor } from '../entry.ts'
import { daneMatches } from './rule.ts'

export const daneMatchesEntry = entryFor(daneMatches)({
  en: {
    title: 'DANE matches',
    why: 'A sender that follows DANE, as Exchange Online does, refuses a server whose certificate does not match its TLSA records.',
    pass: '{records} TLSA records, and one matches.',
    fail: '{records} TLSA records, but none matches the certificate.',
    fix: 'Publish the TLSA record of the new certificate before it is installed, and take the old one away afterwards.',
  },
  da: {
    title: 'DANE stemmer',
    why: 'En afsender, der følger DANE, som Exchange Online gør, afviser en server, hvis certifikat ikke passer til TLSA-posterne.',
    pass: '{records} TLSA-poster, og én passer.',
    fail: '{records} TLSA-poster, men ingen passer til certifikatet.',
    fix: 'Udgiv TLSA-posten for det nye certifikat, før det installeres, og fjern den gamle bagefter.',
  },
})
