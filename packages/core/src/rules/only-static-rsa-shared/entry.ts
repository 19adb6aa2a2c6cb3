import { entryFor } from '../entry.ts'
import { onlyStaticRsaShared } from './rule.ts'

export const onlyStaticRsaSharedEntry = entryFor(onlyStaticRsaShared)({
  en: {
    title: 'More than static RSA in common',
    why: 'Microsoft still prints two static RSA suites, but field reports of February 2025 say that mail submission stopped taking them, and Front Door and Dataverse never list them. What depends on them works on borrowed time.',
    pass: 'A forward-secret suite is in common: {shared}.',
    fail: 'Only static RSA suites are in common with Microsoft 365: {shared}.',
    fix: 'Enable ECDHE suites (and the elliptic curves they need) in the server, or update firmware that has none.',
  },
  da: {
    title: 'Mere end statisk RSA til fælles',
    why: 'Microsoft har stadig to statiske RSA-pakker på listen, men meldinger fra februar 2025 siger, at mailindsendelse holdt op med at tage imod dem, og Front Door og Dataverse har dem slet ikke. Det, der afhænger af dem, lever på lånt tid.',
    pass: 'En krypteringspakke med fremadrettet hemmeligholdelse er fælles: {shared}.',
    fail: 'Kun statiske RSA-pakker er fælles med Microsoft 365: {shared}.',
    fix: 'Slå ECDHE-pakker (og de elliptiske kurver, de kræver) til på serveren, eller opdater firmware, der ikke har dem.',
  },
})
