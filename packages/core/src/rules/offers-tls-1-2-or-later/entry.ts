import { entryFor } from '../entry.ts'
import { offersTls12OrLater } from './rule.ts'

export const offersTls12OrLaterEntry = entryFor(offersTls12OrLater)({
  en: {
    title: 'TLS 1.2 or later is offered',
    why: 'Microsoft 365 leaves TLS 1.0 and 1.1. What offers neither TLS 1.2 nor TLS 1.3 loses the connection on the day they are refused.',
    pass: 'A version that stays is offered. Versions accepted: {versions}.',
    fail: 'Neither TLS 1.2 nor TLS 1.3 is offered. Versions accepted: {versions}.',
    fix: 'Update or reconfigure the server so that it offers TLS 1.2; if it cannot, put a proxy that can in front of it or replace it.',
  },
  da: {
    title: 'TLS 1.2 eller nyere tilbydes',
    why: 'Microsoft 365 forlader TLS 1.0 og 1.1. Det, der hverken tilbyder TLS 1.2 eller TLS 1.3, mister forbindelsen den dag, de bliver afvist.',
    pass: 'En version, der består, tilbydes. Accepterede versioner: {versions}.',
    fail: 'Hverken TLS 1.2 eller TLS 1.3 tilbydes. Accepterede versioner: {versions}.',
    fix: 'Opdater eller omkonfigurer serveren, så den tilbyder TLS 1.2. Kan den ikke det, så sæt en proxy, der kan, foran den, eller udskift den.',
  },
})
