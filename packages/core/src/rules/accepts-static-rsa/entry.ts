import { entryFor } from '../entry.ts'
import { acceptsStaticRsa } from './rule.ts'

export const acceptsStaticRsaEntry = entryFor(acceptsStaticRsa)({
  en: {
    title: 'Static RSA is refused',
    why: 'Static RSA key exchange has no forward secrecy and is the ground for padding attacks such as ROBOT. Some old devices need it, so look at the client simulation before you remove it.',
    pass: 'Static RSA is refused.',
    fail: 'Static RSA suites are accepted: {suites}.',
    fix: 'Remove the TLS_RSA suites once no client depends on them.',
  },
  da: {
    title: 'Statisk RSA afvises',
    why: 'Nøgleudveksling med statisk RSA har ingen fremadrettet hemmeligholdelse og er grundlaget for angreb som ROBOT. Nogle gamle enheder har brug for den, så se på klientsimuleringen, før du fjerner den.',
    pass: 'Statisk RSA afvises.',
    fail: 'Statiske RSA-pakker accepteres: {suites}.',
    fix: 'Fjern TLS_RSA-pakkerne, når ingen klient afhænger af dem.',
  },
})
